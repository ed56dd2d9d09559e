package io.hellowire.dist;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What {@code hellowire --help} prints. */
final class Overview {

    private Overview() {}

    /** @param command what is typed to start it */
    static String text(String command) {
        String words = Arrays.stream(Word.values())
                .map(word -> "  %-15s %s%n".formatted(word.withArgument(), word.about()))
                .collect(Collectors.joining());
        return """
                Shows what really crosses the wire: every request as it came, every step of a fetch, and certificates that work.

                Usage: %1$s [WORD] [ARGUMENT]...

                %2$s
                Examples:
                  %1$s                            serve on ports 8080 and 8443, and show what comes
                  %1$s get http://localhost:8080/ fetch from it, and show every step
                  %1$s certs create               make a certificate for this machine

                Each of them has a --help of its own: %1$s get --help
                """.formatted(command, words);
    }
}
