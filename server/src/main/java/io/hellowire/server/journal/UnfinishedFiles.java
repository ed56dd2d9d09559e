package io.hellowire.server.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The names of files that are still growing, and the end of those whose process was killed before they were whole. */
final class UnfinishedFiles {

    private static final String BEGINNING = ".unfinished-";

    private UnfinishedFiles() {}

    /** The name for one of this process. */
    static Path name(Path directory, long number) {
        return directory.resolve(BEGINNING + ProcessHandle.current().pid() + "-" + number);
    }

    /** Removes those of processes that run no more, and of ours, which writes none of them now. */
    static void remove(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, BEGINNING + "*-*")) {
            for (Path file : files) {
                if (isLeftOver(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isLeftOver(Path file) {
        String rest = file.getFileName().toString().substring(BEGINNING.length());
        String pid = rest.substring(0, rest.indexOf('-'));
        return pid.matches("[0-9]{1,18}") && isOver(Long.parseLong(pid));
    }

    private static boolean isOver(long pid) {
        return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
    }
}
