package io.hellowire.client.cli;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.hellowire.cli.FileNameText;
import io.hellowire.client.exchange.HeadSink;
import io.hellowire.client.step.StepException;
import io.hellowire.wire.ResponseHead;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Where {@code -D} writes the heads of responses, byte for byte. */
final class HeadFile implements HeadSink, AutoCloseable {

    private final OutputStream out;
    private final String name;
    private final boolean staysOpen;

    private HeadFile(OutputStream out, String name, boolean staysOpen) {
        this.out = out;
        this.name = name;
        this.staysOpen = staysOpen;
    }

    /**
     * Opens a file.
     *
     * @param how whether it begins anew
     */
    static HeadFile open(String name, StandardOpenOption how) throws StepException {
        try {
            return new HeadFile(Files.newOutputStream(FileNameText.path(name), CREATE, WRITE, how), name, false);
        } catch (IOException e) {
            throw FileFailure.notWritten(name, e);
        }
    }

    static HeadFile onStandardOutput(OutputStream out) {
        return new HeadFile(out, "standard output", true);
    }

    @Override
    public void take(ResponseHead head) throws StepException {
        try {
            out.write(head.bytes());
            out.flush();
        } catch (IOException e) {
            throw FileFailure.notWritten(name, e);
        }
    }

    @Override
    public void close() throws StepException {
        try {
            if (!staysOpen) {
                out.close();
            }
        } catch (IOException e) {
            throw FileFailure.notWritten(name, e);
        }
    }
}
