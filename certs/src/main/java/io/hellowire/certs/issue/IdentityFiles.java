package io.hellowire.certs.issue;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the files of an identity into one directory. A file has its permissions from the moment it exists, appears under
 * its name only when it is complete and on the disk, and takes nobody's place unless that was asked for. When one of them
 * cannot be written, none of the new ones stays.
 */
public final class IdentityFiles {

    /** What to do about a file that is there already. */
    public enum IfPresent {
        /** Write nothing at all. */
        REFUSE,
        /** Put the new one in its place, in one step. */
        REPLACE
    }

    private final Path directory;
    private final IfPresent ifPresent;

    /** Writes into this directory, which is made, with its parents, if it is not there. */
    public IdentityFiles(Path directory, IfPresent ifPresent) {
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
    public List<Path> write(List<OutputFile> files) throws IOException {
        Files.createDirectories(directory);
        refuseToReplace(files);
        List<Path> complete = new ArrayList<>();
        try {
            for (OutputFile file : files) {
                complete.add(writtenAside(file));
            }
            return moveIntoPlace(complete, files);
        } finally {
            for (Path leftover : complete) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    private void refuseToReplace(List<OutputFile> files) throws FileAlreadyExistsException {
        for (OutputFile file : files) {
            Path target = directory.resolve(file.name());
            if (ifPresent == IfPresent.REFUSE && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(target.toString());
            }
        }
    }

    private Path writtenAside(OutputFile file) throws IOException {
        Path aside = Files.createTempFile(directory, "." + file.name() + ".", ".part", permissions(file));
        try (FileChannel channel = FileChannel.open(aside, WRITE)) {
            for (ByteBuffer content = ByteBuffer.wrap(file.content()); content.hasRemaining(); ) {
                channel.write(content);
            }
            channel.force(true);
            return aside;
        } catch (IOException e) {
            Files.deleteIfExists(aside);
            throw e;
        }
    }

    private FileAttribute<?>[] permissions(OutputFile file) {
        if (Files.getFileAttributeView(directory, PosixFileAttributeView.class) == null) {
            return new FileAttribute<?>[0]; // Windows: a new file is readable by whoever may read the directory
        }
        String mode = file.readers() == OutputFile.Readers.OWNER ? "rw-------" : "rw-r--r--";
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))};
    }

    private List<Path> moveIntoPlace(List<Path> complete, List<OutputFile> files) throws IOException {
        List<Path> targets = new ArrayList<>();
        try {
            for (int i = 0; i < files.size(); i++) {
                Path target = directory.resolve(files.get(i).name());
                put(complete.get(i), target);
                targets.add(target);
            }
            return targets;
        } catch (IOException e) {
            if (ifPresent == IfPresent.REFUSE) {
                for (Path target : targets) {
                    Files.deleteIfExists(target);
                }
            }
            throw e;
        }
    }

    private void put(Path complete, Path target) throws IOException {
        if (ifPresent == IfPresent.REPLACE) {
            Files.move(complete, target, ATOMIC_MOVE);
            return;
        }
        try {
            Files.createLink(target, complete); // unlike a move it fails, in one step, if the name is taken
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.move(complete, target); // a file system without hard links
        }
    }
}
