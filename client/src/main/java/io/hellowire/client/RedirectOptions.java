package io.hellowire.client;

import java.util.Set;

/**
 * How redirects are followed.
 *
 * @param most how many at most; 0 or more
 * @param toAnyOrigin whether what proves who we are goes wherever a server leads, and not to the first origin alone
 * @param postKept the statuses, of 301, 302 and 303, after which a POST stays one
 */
public record RedirectOptions(int most, boolean toAnyOrigin, Set<Integer> postKept) {

    public RedirectOptions {
        if (most < 0) {
            throw new IllegalArgumentException("--max-redirs: " + most + " (expected: 0 or more)");
        }
        postKept = Set.copyOf(postKept);
    }
}
