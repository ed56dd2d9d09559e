package io.hellowire.client.cli;

import io.hellowire.wire.ResponseHead;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name that a server gives to a file, RFC 6266 section 4.3. Only the last part of a path counts, and nothing that
 * means a folder: a server does not choose where we write.
 */
final class ServerName {

    private static final Pattern FILE_NAME =
            Pattern.compile("(?i)(?:^|;)\\s*filename\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^;\\s]+))");

    private ServerName() {}

    /** The name, or {@code null} if there is none that can be used. */
    static @Nullable String in(ResponseHead head) {
        String disposition = head.first("Content-Disposition");
        Matcher matcher = FILE_NAME.matcher(disposition == null ? "" : disposition);
        if (!matcher.find()) {
            return null;
        }
        String given =
                matcher.group(1) == null ? matcher.group(2) : matcher.group(1).replaceAll("\\\\(.)", "$1");
        String name = given.replaceFirst("(?s).*[/\\\\]", "");
        boolean isUsable = !name.matches("\\.{0,2}") && name.chars().noneMatch(c -> c < ' ' || c == 0x7f);
        return isUsable ? name : null;
    }
}
