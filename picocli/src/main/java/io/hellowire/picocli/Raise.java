package io.hellowire.picocli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;

/**
 * Rewrites the class files in a folder that are older than Java 6 as Java 8's, with the stack maps by which that one
 * verifies them. An archive of loaded classes (JEP 310, JEP 483) keeps none that are older, and Java verifies them the slow
 * way each time.
 */
public final class Raise {

    private static final int MAJOR_VERSION_AT = 6;

    private Raise() {}

    /**
     * Raises every class file in a folder, where it lies.
     *
     * @param arguments the folder
     */
    public static void main(String[] arguments) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            List<Path> classes =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            for (Path file : classes) {
                byte[] before = Files.readAllBytes(file);
                byte[] after = raised(before);
                if (after != before) {
                    Files.write(file, after);
                }
            }
        }
    }

    /** The same class for Java 8, or the very same bytes if it is new enough. */
    static byte[] raised(byte[] before) {
        ClassReader reader = new ClassReader(before);
        if (reader.readUnsignedShort(MAJOR_VERSION_AT) >= Opcodes.V1_6) {
            return before;
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        reader.accept(new AsJava8(writer), ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    /** Java 6 and later know no subroutines, as which older compilers wrote each {@code finally}. */
    private static final class AsJava8 extends ClassVisitor {

        AsJava8(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            super.visit(Opcodes.V1_8, access, name, signature, superName, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new JSRInlinerAdapter(
                    super.visitMethod(access, name, descriptor, signature, exceptions),
                    access,
                    name,
                    descriptor,
                    signature,
                    exceptions);
        }
    }
}
