package io.hellowire.image;

import java.util.Arrays;

/**
 * The image's entry point: {@code client} and {@code certs} are those tools, whose own arguments follow; everything else
 * is the server's.
 */
public final class Main {

    private Main() {}

    /** Runs the tool and ends the process with its exit code. */
    public static void main(String[] arguments) {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "certs" -> io.hellowire.certs.cli.Main.main(withoutFirst(arguments));
            case "client" -> io.hellowire.client.cli.Main.main(withoutFirst(arguments));
            default -> io.hellowire.server.cli.Main.main(arguments);
        }
    }

    private static String[] withoutFirst(String[] arguments) {
        return Arrays.copyOfRange(arguments, 1, arguments.length);
    }
}
