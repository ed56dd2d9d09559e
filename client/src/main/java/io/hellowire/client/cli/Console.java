package io.hellowire.client.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Map;

/**
 * The world around the command: its streams and variables.
 *
 * @param in standard input, read only when asked for
 * @param out standard output, for bytes
 * @param printed the same for text
 * @param errors standard error, for text
 * @param environment the variables
 * @param terminal what is known of the terminal
 */
record Console(
        InputStream in,
        OutputStream out,
        PrintWriter printed,
        PrintWriter errors,
        Map<String, String> environment,
        Terminal terminal) {

    Console {
        environment = Map.copyOf(environment);
    }

    /** The value of a variable, or the empty text. */
    String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
