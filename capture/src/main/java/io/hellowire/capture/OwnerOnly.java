package io.hellowire.capture;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner may read, from the moment they exist. */
final class OwnerOnly {

    private static final Set<PosixFilePermission> READ_WRITE = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /** Makes a new file. */
    static FileChannel create(Path file) throws IOException {
        return open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** Opens a file to add to it; one that is there already is closed to others first. */
    static FileChannel append(Path file) throws IOException {
        if (Files.isRegularFile(file) && hasPosixRights(file)) {
            Files.setPosixFilePermissions(file, READ_WRITE);
        }
        return open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    private static FileChannel open(Path file, Set<? extends OpenOption> how) throws IOException {
        FileAttribute<?>[] rights = hasPosixRights(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(READ_WRITE)}
                : new FileAttribute<?>[0]; // on Windows, a file inherits its folder's access list
        return FileChannel.open(file, how, rights);
    }

    private static boolean hasPosixRights(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
