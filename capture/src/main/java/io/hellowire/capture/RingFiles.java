package io.hellowire.capture;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbered files of a ring. Those that an earlier run left belong to it: the numbers go on where they ended, and the
 * oldest are deleted first, so that a server that restarts often keeps no more files than one that never does.
 */
final class RingFiles {

    private static final String ENDING = ".pcapng";

    private final String stem;
    private final String ending;
    private final int most;

    /** @param most how many files are kept, the one being written included */
    RingFiles(String target, int most) {
        this.ending = target.endsWith(ENDING) ? ENDING : "";
        this.stem = target.substring(0, target.length() - ending.length());
        this.most = most;
    }

    /** Makes room for one more file, and says where it goes. */
    Path next() throws IOException {
        SortedMap<Integer, Path> taken = taken();
        int number = taken.isEmpty() ? 1 : taken.lastKey() + 1;
        List<Path> files = taken.values().stream().filter(Files::isRegularFile).toList();
        for (Path old : files.subList(0, Math.max(0, files.size() + 1 - most))) {
            Files.deleteIfExists(old);
        }
        return Path.of(String.format(Locale.ROOT, "%s-%05d%s", stem, number, ending));
    }

    private SortedMap<Integer, Path> taken() throws IOException {
        Path folder = Path.of(stem).toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return Collections.emptySortedMap(); // opening the file will tell
        }
        Pattern name = Pattern.compile(
                Pattern.quote(String.valueOf(Path.of(stem).getFileName())) + "-(\\d{5,8})" + Pattern.quote(ending));
        SortedMap<Integer, Path> taken = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Matcher found = name.matcher(String.valueOf(file.getFileName()));
                if (found.matches()) {
                    taken.put(Integer.valueOf(found.group(1)), file);
                }
            }
        }
        return taken;
    }
}
