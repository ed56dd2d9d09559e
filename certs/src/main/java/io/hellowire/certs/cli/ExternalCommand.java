package io.hellowire.certs.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.wire.text.Printable;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program of this machine that does what only it can.
 *
 * @param words the program and its first arguments
 * @param origin which package it comes from, for people
 */
record ExternalCommand(List<String> words, String origin) {

    /** What a program said, and how it ended. */
    record Outcome(int exitCode, String said) {}

    ExternalCommand {
        words = List.copyOf(words);
    }

    /**
     * Runs it to its end, with nothing on its standard input.
     *
     * @throws IOException if it is missing or fails, with what it said
     */
    String succeed(String... arguments) throws IOException {
        Outcome outcome = run(arguments);
        if (outcome.exitCode() != 0) {
            String said = outcome.said()
                    .strip()
                    .lines()
                    .reduce((one, other) -> one + "; " + other)
                    .orElse("");
            throw new IOException(
                    words.get(0) + ": exit code " + outcome.exitCode() + ": " + Printable.withLetters(said));
        }
        return outcome.said();
    }

    /** Runs it to its end, with nothing on its standard input, whatever its exit code. */
    Outcome run(String... arguments) throws IOException {
        Process process =
                start(Stream.concat(words.stream(), Stream.of(arguments)).toList());
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            return new Outcome(process.waitFor(), said);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException(words.get(0) + ": interrupted", e);
        }
    }

    private Process start(List<String> all) throws IOException {
        try {
            return new ProcessBuilder(all).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new IOException(words.get(0) + ": cannot be run (expected: installed, from " + origin + ")", e);
        }
    }
}
