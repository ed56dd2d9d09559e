import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites the jars in a folder for the image: fit for the ahead-of-time cache, which holds neither a signed class
 * (Bouncy Castle's are) nor one from before Java 6 (picocli's are), and without what only other machines would use.
 * Run by the Dockerfile, with the JDK that it builds with:  java Repack.java FOLDER
 */
final class Repack {

    /** Signatures; and native libraries, because those of the image's own machine lie beside the jars, unpacked. */
    private static final Pattern LEFT_OUT =
            Pattern.compile("META-INF/[^/]*\\.(SF|DSA|RSA)|.*\\.(so|dylib|jnilib|dll)(\\.sha256)?");

    private final ClassFile format;

    private Repack(ClassLoader libraries) {
        format = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(libraries)));
    }

    public static void main(String[] arguments) throws IOException {
        List<Path> jars = jarsIn(Path.of(arguments[0]));
        try (URLClassLoader libraries = new URLClassLoader(urls(jars))) {
            Repack repack = new Repack(libraries);
            for (Path jar : jars) {
                repack.rewrite(jar);
            }
        }
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
            found.forEach(jars::add);
        }
        return jars;
    }

    private static URL[] urls(List<Path> jars) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        return urls.toArray(new URL[0]);
    }

    private void rewrite(Path jar) throws IOException {
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

    private byte[] rewritten(String name, byte[] bytes) throws IOException {
        if (name.equals(JarFile.MANIFEST_NAME)) {
            return withoutDigests(bytes);
        }
        return name.endsWith(".class") ? modern(bytes) : bytes;
    }

    /** Each file's digest is there for the signature only; in Bouncy Castle's manifest that is a quarter of a megabyte. */
    private static byte[] withoutDigests(byte[] bytes) throws IOException {
        Manifest manifest = new Manifest(new ByteArrayInputStream(bytes));
        manifest.getEntries().clear();
        ByteArrayOutputStream main = new ByteArrayOutputStream();
        manifest.write(main);
        return main.toByteArray();
    }

    /** The same class with the stack maps by which Java 6 and newer verify it. */
    private byte[] modern(byte[] bytes) {
        ClassModel model = format.parse(bytes);
        if (model.majorVersion() >= ClassFile.JAVA_6_VERSION) {
            return bytes;
        }
        ClassTransform code = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
        ClassTransform version =
                ClassTransform.endHandler(built -> built.withVersion(ClassFile.JAVA_8_VERSION, 0));
        return format.transformClass(model, code.andThen(version));
    }
}
