package io.hellowire.picocli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

class RaiseTest {

    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    void leavesNoClassThatAnArchiveWouldRefuse() throws IOException {
        assertThat(classes())
                .hasSizeGreaterThan(150)
                .allSatisfy(file -> assertThat(new ClassReader(Files.readAllBytes(file)).readUnsignedShort(6))
                        .isBetween(Opcodes.V1_6, Opcodes.V17));
    }

    /** Its verifier looks at a class when it is initialized, and at the stack maps of all methods. */
    @Test
    void leavesClassesThatJavaVerifies() throws IOException {
        assertThat(classes())
                .allSatisfy(file -> assertThat(
                                Class.forName(name(file), true, getClass().getClassLoader()))
                        .isNotNull());
    }

    @Test
    void leavesANewClassAsItIs() throws IOException {
        try (InputStream own = RaiseTest.class.getResourceAsStream("RaiseTest.class")) {
            byte[] bytes = own.readAllBytes();

            assertThat(Raise.raised(bytes)).isSameAs(bytes);
        }
    }

    private static List<Path> classes() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("picocli"))) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    private static String name(Path file) {
        String name = CLASSES.relativize(file).toString().replace('/', '.');
        return name.substring(0, name.length() - ".class".length());
    }
}
