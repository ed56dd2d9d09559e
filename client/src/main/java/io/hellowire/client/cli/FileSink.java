package io.hellowire.client.cli;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.hellowire.cli.FileNameText;
import io.hellowire.client.cli.Download.Naming;
import io.hellowire.client.exchange.BodySink;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import io.hellowire.wire.ResponseHead;
import io.hellowire.wire.text.Printable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes the content of a response to a file, or to the end of one that an earlier run did not finish. */
final class FileSink implements BodySink, AutoCloseable {

    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final Naming naming;
    private final long offset;
    private final Progress progress;
    private Path file;
    private @Nullable FileChannel out;

    private FileSink(Path file, Naming naming, long offset, Progress progress) {
        this.file = file;
        this.naming = naming;
        this.offset = offset;
        this.progress = progress;
    }

    /**
     * A file from its beginning, replacing what is there.
     *
     * @throws StepException if it cannot be written, which is found out before anything is sent
     */
    static FileSink fresh(Path file, Progress progress) throws StepException {
        FileFailure.refuseUnwritable(file);
        return new FileSink(file, Naming.BY_USER, 0, progress);
    }

    /** A file from where it ends. */
    static FileSink resumed(Path file, Progress progress) throws StepException {
        FileFailure.refuseUnwritable(file);
        try {
            return new FileSink(file, Naming.BY_USER, Files.exists(file) ? Files.size(file) : 0, progress);
        } catch (IOException e) {
            throw FileFailure.notWritten(file.toString(), e);
        }
    }

    /** A file in the same folder as another one, called as the server says; that other one if it says nothing. */
    static FileSink namedByServer(Path usual, Progress progress) throws StepException {
        FileFailure.refuseUnwritable(usual.resolveSibling("name"));
        return new FileSink(usual, Naming.BY_SERVER, 0, progress);
    }

    /** Which file it is. */
    Path file() {
        return file;
    }

    /** Where to go on: the number of bytes that are there already. */
    long offset() {
        return offset;
    }

    @Override
    public void begin(ResponseHead head, @Nullable Long lengthBytes) throws StepException {
        boolean alreadyComplete = offset > 0 && head.status() == RANGE_NOT_SATISFIABLE && isWhole(head);
        if (alreadyComplete) {
            return;
        }
        if (offset > 0) {
            refuseOtherRange(head);
        }
        String name = naming == Naming.BY_SERVER ? ServerName.in(head) : null;
        file = name == null ? file : file.resolveSibling(FileNameText.path(name));
        try {
            out = offset > 0
                    ? FileChannel.open(file, WRITE, APPEND)
                    : FileChannel.open(file, WRITE, name == null ? CREATE : CREATE_NEW, TRUNCATE_EXISTING);
        } catch (FileAlreadyExistsException e) {
            throw FileFailure.notWritten(file.toString(), new IOException("there is one already (expected: -o FILE)"));
        } catch (IOException e) {
            throw FileFailure.notWritten(file.toString(), e);
        }
        progress.begin(offset, lengthBytes == null ? null : (Long) (offset + lengthBytes));
    }

    private boolean isWhole(ResponseHead head) {
        return ("bytes */" + offset).equals(head.first("Content-Range"));
    }

    private void refuseOtherRange(ResponseHead head) throws StepException {
        String range = head.first("Content-Range");
        if (head.status() == PARTIAL_CONTENT && range != null && range.startsWith("bytes " + offset + "-")) {
            return;
        }
        String found = range == null ? "status " + head.status() + " and no Content-Range" : range;
        throw new StepException(Failure.of(
                        Phase.RESPONSE,
                        ExitCode.NO_RANGES,
                        "no_ranges",
                        "the server does not resume at byte " + offset + ": " + Printable.ofLatin1(found))
                .hint("leave out -C to start over"));
    }

    @Override
    public void take(ByteBuffer bytes) throws StepException, InterruptedException {
        if (out == null) {
            return;
        }
        int length = bytes.remaining();
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            progress.advance(length);
        } catch (ClosedByInterruptException e) {
            throw new InterruptedException();
        } catch (IOException e) {
            throw FileFailure.notWritten(file.toString(), e);
        }
    }

    @Override
    public void close() throws StepException {
        progress.close();
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            throw FileFailure.notWritten(file.toString(), e);
        }
    }
}
