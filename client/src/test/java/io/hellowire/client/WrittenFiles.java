package io.hellowire.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that a run has left in a folder. */
final class WrittenFiles {

    private WrittenFiles() {}

    /** Their contents by their names; afterwards they are gone. */
    static Map<String, String> takenFrom(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file));
                Files.delete(file);
            }
        }
        return contents;
    }
}
