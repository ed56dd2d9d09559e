package io.hellowire.capture.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.capture.pcapng.CaptureFileException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a key log (RFC 9850), none longer than a secret takes, whatever the file is. */
final class KeyLogReader {

    private static final int LONGEST_LINE = 512;
    private static final String A_KEY_LOG = "a key log, as SSLKEYLOGFILE names it";

    private KeyLogReader() {}

    /**
     * Reads a file to its end.
     *
     * @param lines each line, without its end; longer ones are left out
     * @throws CaptureFileException if it cannot be read
     */
    static void read(Path file, Consumer<String> lines) throws CaptureFileException {
        if (Files.isDirectory(file)) {
            throw new CaptureFileException(file, "a folder", A_KEY_LOG);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (String line = next(in); line != null; line = next(in)) {
                lines.accept(line);
            }
        } catch (IOException e) {
            throw new CaptureFileException(file, e, A_KEY_LOG);
        }
    }

    /** That there is nothing in a file. */
    static CaptureFileException nothingIn(Path file) {
        return new CaptureFileException(file, "no secret in it", A_KEY_LOG);
    }

    private static @Nullable String next(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read = in.read();
        if (read < 0) {
            return null;
        }
        for (; read >= 0 && read != '\n'; read = in.read()) {
            if (line.size() <= LONGEST_LINE) {
                line.write(read);
            }
        }
        return line.size() > LONGEST_LINE ? "" : line.toString(ISO_8859_1);
    }
}
