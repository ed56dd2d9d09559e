package io.hellowire.certs.write;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.hellowire.certs.write.Destination.IfPresent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes the files of an identity into one directory. A file has its permissions from the moment it exists, appears under
 * its name only when it is complete and on the disk, and takes nobody's place unless that was asked for. When one of them
 * cannot be written, none of the new ones stays. Old ones are replaced all or not at all, as {@link Replacement} says.
 */
final class IdentityFiles {

    private final Path directory;
    private final IfPresent ifPresent;

    /** Writes into this directory, which is made, with its parents, if it is not there. */
    IdentityFiles(Path directory, IfPresent ifPresent) {
        this.directory = directory;
        this.ifPresent = ifPresent;
    }

    /**
     * Writes all of them.
     *
     * @return where they are, in the same order
     * @throws FileAlreadyExistsException if one of them is there already and must not be replaced; then nothing was written
     * @throws IOException if a file cannot be written
     */
    List<Path> write(List<OutputFile> files) throws IOException {
        Files.createDirectories(directory);
        Replacement replacement = new Replacement(directory);
        replacement.finishInterrupted();
        refuseWhatIsInTheWay(files);
        Path staging = stagingDirectory();
        try {
            for (OutputFile file : files) {
                write(staging, file);
            }
            if (ifPresent == IfPresent.REPLACE) {
                replacement.perform(staging);
            } else {
                addAll(staging, files);
            }
            return files.stream().map(file -> directory.resolve(file.name())).toList();
        } finally {
            delete(staging);
        }
    }

    private void refuseWhatIsInTheWay(List<OutputFile> files) throws FileSystemException {
        for (OutputFile file : files) {
            Path target = directory.resolve(file.name());
            if (ifPresent == IfPresent.REFUSE && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileSystemException(target.toString(), null, "a directory (expected: a file to replace)");
            }
        }
    }

    private Path stagingDirectory() throws IOException {
        try {
            return Files.createTempDirectory(directory, ".hellowire-", permissions("rwx------"));
        } catch (FileSystemException e) {
            throw about(directory, e); // nobody knows what a name that we thought of is about
        }
    }

    private void write(Path staging, OutputFile file) throws IOException {
        String mode = file.readers() == OutputFile.Readers.OWNER ? "rw-------" : "rw-r--r--";
        Set<OpenOption> newOnly = Set.of(WRITE, CREATE_NEW);
        try (FileChannel channel = FileChannel.open(staging.resolve(file.name()), newOnly, permissions(mode))) {
            for (ByteBuffer content = ByteBuffer.wrap(file.content()); content.hasRemaining(); ) {
                channel.write(content);
            }
            channel.force(true);
        } catch (IOException e) {
            throw about(directory.resolve(file.name()), e);
        }
    }

    private static IOException about(Path path, IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return new AccessDeniedException(path.toString());
        }
        String why = cause instanceof FileSystemException e ? e.getReason() : cause.getMessage();
        FileSystemException about = new FileSystemException(path.toString(), null, why);
        about.initCause(cause);
        return about;
    }

    private FileAttribute<?>[] permissions(String mode) {
        if (Files.getFileAttributeView(directory, PosixFileAttributeView.class) == null) {
            return new FileAttribute<?>[0]; // Windows: a new file is readable by whoever may read the directory
        }
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))};
    }

    private void addAll(Path staging, List<OutputFile> files) throws IOException {
        List<Path> added = new ArrayList<>();
        try {
            for (OutputFile file : files) {
                Path target = directory.resolve(file.name());
                add(staging.resolve(file.name()), target);
                added.add(target);
            }
        } catch (IOException e) {
            for (Path target : added) {
                Files.deleteIfExists(target);
            }
            throw e;
        }
    }

    private static void add(Path complete, Path target) throws IOException {
        try {
            Files.createLink(target, complete); // unlike a move it fails, in one step, if the name is taken
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.move(complete, target); // a file system without hard links
        }
    }

    private static void delete(Path staging) throws IOException {
        if (!Files.exists(staging)) {
            return; // its new name decided that it replaces others
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(staging)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(staging);
    }
}
