package io.hellowire.server.cli;

import io.hellowire.server.answer.AnswerOptions;
import io.hellowire.server.exchange.Greeting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to answer. */
final class AnswerFlags {

    private static final String OFF = "off";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "Hellowire",
            description = "Name in the greeting (${DEFAULT-VALUE}).")
    private String name = "";

    @Option(names = "--greeting", paramLabel = "TEXT", description = "The whole greeting; {n} stands for the number.")
    private @Nullable String greeting;

    @Option(
            names = "--first-number",
            paramLabel = "N",
            defaultValue = "0",
            description = "First number to give (${DEFAULT-VALUE}).")
    private long firstNumber;

    @Option(
            names = "--health-path",
            paramLabel = "PATH",
            defaultValue = "/healthz",
            description = "Answer this path with ok and without a number; off for none (${DEFAULT-VALUE}).")
    private String healthPath = "";

    @Option(
            names = "--max-requests",
            paramLabel = "N",
            description = "Close a connection after this many requests (never).")
    private @Nullable Integer maxRequests;

    AnswerOptions options() {
        Greeting text = greeting == null ? Greeting.from(name) : Greeting.of(greeting);
        boolean off = healthPath.equals(OFF) || healthPath.equals("false");
        return new AnswerOptions(text, firstNumber, off ? null : healthPath, maxRequests);
    }
}
