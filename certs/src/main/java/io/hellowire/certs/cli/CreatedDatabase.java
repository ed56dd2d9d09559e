package io.hellowire.certs.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The directory of an NSS database that we made, remembered by a file in it, so that it can go again.
 *
 * @param directory of the database, absolute
 */
record CreatedDatabase(Path directory) {

    private static final String NOTE = "made-by-hellowire-certs.txt";
    /** What certutil makes. */
    private static final List<String> FILES = List.of("cert9.db", "key4.db", "pkcs11.txt");

    /** Makes the directory, and those above it that are missing. */
    void make(Filling filling) throws IOException {
        int missing = 0;
        for (Path path = directory; path != null && !Files.exists(path); path = path.getParent()) {
            missing++;
        }
        Files.createDirectories(directory);
        filling.fill();
        Files.writeString(directory.resolve(NOTE), missing + " directories made; no database was here\n", US_ASCII);
    }

    /** Whether it was made so. */
    boolean isOurs() {
        return Files.exists(directory.resolve(NOTE));
    }

    /** Deletes the database, and the directories that were made for it as far as nothing else came into them. */
    void delete() throws IOException {
        String note = Files.readString(directory.resolve(NOTE), US_ASCII);
        int made = Integer.parseInt(note.substring(0, note.indexOf(' ')));
        for (String file : FILES) {
            Files.deleteIfExists(directory.resolve(file));
        }
        Files.delete(directory.resolve(NOTE));
        @Nullable Path path = directory;
        for (int i = 0; i < made && path != null; i++) {
            try {
                Files.delete(path);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
            path = path.getParent();
        }
    }

    /** Makes the database in its directory. */
    @FunctionalInterface
    interface Filling {
        void fill() throws IOException;
    }
}
