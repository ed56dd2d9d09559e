package io.hellowire.certs.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where keys and certificates go, and in which formats.
 *
 * @param directory made if it is not there
 * @param name what the names of all files start with
 * @param ending what they end in, with its dot, or {@code null} for what each format has
 * @param formats each once, in the order asked for
 * @param ifPresent what to do about files that are there already
 */
public record Destination(
        Path directory, String name, @Nullable String ending, List<Format> formats, IfPresent ifPresent) {

    public Destination {
        formats = List.copyOf(new LinkedHashSet<>(formats));
    }

    /** Files of these formats, each with the ending of its format. */
    public Destination(Path directory, String name, List<Format> formats, IfPresent ifPresent) {
        this(directory, name, null, formats, ifPresent);
    }

    /** One file, which has others beside it only where its format has a file of its own for the key. */
    public static Destination of(Path file, Format format, IfPresent ifPresent) {
        Path whole = file.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        String name = whole.getFileName() == null ? "" : whole.getFileName().toString();
        int dot = name.lastIndexOf('.');
        int end = dot > 0 ? dot : name.length();
        return new Destination(
                parent == null ? whole : parent,
                name.substring(0, end),
                name.substring(end),
                List.of(format),
                ifPresent);
    }

    /**
     * What a file can be named.
     *
     * @throws IllegalArgumentException if it cannot, such as if there is a directory in it
     */
    public static String fileName(String text) {
        return OutputFile.open(text, new byte[0]).name();
    }

    /** Completes what a process that crashed has decided to replace in a directory. */
    public static void finishInterrupted(Path directory) throws IOException {
        new Replacement(directory).finishInterrupted();
    }

    /** Writes all files, or none, with the key, if there is one, in the clear. */
    public List<Path> write(Material material) throws IOException {
        return write(material, null);
    }

    /**
     * Writes all files, or none.
     *
     * @param passphrase what the key is encrypted with, or {@code null} for one in the clear
     * @return where they are
     */
    public List<Path> write(Material material, char @Nullable [] passphrase) throws IOException {
        FormatWriter writer = new FormatWriter(passphrase);
        List<OutputFile> files = new ArrayList<>();
        for (Format format : formats) {
            List<Encoded> encoded = writer.write(format, material);
            for (Encoded file : encoded) {
                files.add(named(file, encoded.size() == 1, format));
            }
        }
        return new IdentityFiles(directory, ifPresent)
                .write(files).stream().map(Path::normalize).toList();
    }

    /** What is alone has the name as it is. */
    private OutputFile named(Encoded file, boolean alone, Format format) {
        String whole = name + (alone ? "" : file.suffix()) + (ending == null ? "." + format.extension() : ending);
        return file.holdsKey() ? OutputFile.secret(whole, file.content()) : OutputFile.open(whole, file.content());
    }

    /** What to do about a file that is there already. */
    public enum IfPresent {
        /** Write nothing at all. */
        REFUSE,
        /** Put the new ones in their places, all of them. */
        REPLACE
    }
}
