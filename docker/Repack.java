import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites the jars in a folder for the image: fit for the ahead-of-time cache, which holds no signed class (Bouncy
 * Castle's are), and without what only other machines would use.
 * Run by the Dockerfile, with the JDK that it builds with:  java Repack.java FOLDER
 */
final class Repack {

    /**
     * Signatures; native libraries, because those of the image's own machine lie beside the jars, unpacked; and Bouncy
     * Castle's certificates of cars (IEEE 1609.2), which nothing else in it refers to.
     */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "META-INF/[^/]*\\.(SF|DSA|RSA)|.*\\.(so|dylib|jnilib|dll)(\\.sha256)?|org/bouncycastle/(its|oer)/.*");

    private Repack() {}

    public static void main(String[] arguments) throws IOException {
        for (Path jar : jarsIn(Path.of(arguments[0]))) {
            rewrite(jar);
        }
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private static void rewrite(Path jar) throws IOException {
        Path rewritten = jar.resolveSibling(jar.getFileName() + ".rewritten");
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(rewritten))) {
            to.setLevel(9);
            for (ZipEntry entry : kept(from)) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal()); // the time of the build would make each build's jar another
                to.putNextEntry(copy);
                to.write(rewritten(entry.getName(), from.getInputStream(entry).readAllBytes()));
            }
        }
        Files.move(rewritten, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<? extends ZipEntry> kept(ZipFile jar) {
        return jar.stream()
                .filter(entry -> !LEFT_OUT.matcher(entry.getName()).matches())
                .toList();
    }

    private static byte[] rewritten(String name, byte[] bytes) throws IOException {
        return name.equals(JarFile.MANIFEST_NAME) ? withoutDigests(bytes) : bytes;
    }

    /** Each file's digest is there for the signature only; in Bouncy Castle's manifest that is a quarter of a megabyte. */
    private static byte[] withoutDigests(byte[] bytes) throws IOException {
        Manifest manifest = new Manifest(new ByteArrayInputStream(bytes));
        manifest.getEntries().clear();
        ByteArrayOutputStream main = new ByteArrayOutputStream();
        manifest.write(main);
        return main.toByteArray();
    }
}
