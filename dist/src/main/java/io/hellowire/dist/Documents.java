package io.hellowire.dist;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Writes what belongs to the command and is made from its model: completions for three shells, and the manual page. */
public final class Documents {

    private static final int DIGITS = 12;

    private Documents() {}

    /**
     * Writes all of it.
     *
     * @param arguments the folder of the distribution, and its version
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        CommandLine all = Commands.all();
        Path completions = folder.resolve("share/completions");
        write(completions.resolve("hellowire.bash"), AutoComplete.bash("hellowire", all));
        write(completions.resolve("_hellowire"), new ZshCompletion(all).text());
        write(completions.resolve("hellowire.fish"), new FishCompletion(all).text());
        write(folder.resolve("share/man/man1/hellowire.1"), new ManPage(all, arguments[1]).text());
        write(folder.resolve("lib/build"), buildOf(folder.resolve("lib/hellowire.jar")) + "\n");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, UTF_8);
    }

    /** What an archive of loaded classes is bound to: another jar, another name. */
    private static String buildOf(Path jar) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
