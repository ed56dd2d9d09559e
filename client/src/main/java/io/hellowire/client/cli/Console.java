package io.hellowire.client.cli;

import io.hellowire.client.step.Interruption;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The world around the command: its streams, variables and signals.
 *
 * @param in standard input, read only when asked for
 * @param out standard output, for bytes
 * @param printed the same for text
 * @param errors standard error, for text
 * @param environment the variables
 * @param terminal what is known of the terminal
 * @param interruption who it is that interrupts us, once somebody does
 */
record Console(
        InputStream in,
        OutputStream out,
        PrintWriter printed,
        PrintWriter errors,
        Map<String, String> environment,
        Terminal terminal,
        Supplier<Interruption> interruption) {

    Console {
        environment = Map.copyOf(environment);
    }

    /** The value of a variable, or the empty text. */
    String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
