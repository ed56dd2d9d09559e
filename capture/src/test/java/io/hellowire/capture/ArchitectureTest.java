package io.hellowire.capture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.hellowire.testkit.ClassCycles;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String COMMAND_LINE = "io.hellowire.capture.cli";

    private static final JavaClasses MODULE = new ClassFileImporter().importPath("target/classes");

    @Test
    void fewClassesKnowEachOtherInACircle() {
        assertThat(ClassCycles.largerThan(4, MODULE)).isEmpty();
    }

    @Test
    void restsOnJavaNettyAndWireAlone() {
        classes()
                .that()
                .resideOutsideOfPackage(COMMAND_LINE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.crypto..",
                        "javax.net.ssl..",
                        "org.jspecify..",
                        "io.hellowire.wire..",
                        "io.hellowire.capture..",
                        "io.netty.buffer..",
                        "io.netty.channel..",
                        "io.netty.util..",
                        "io.netty.handler.ssl..",
                        "io.netty.internal.tcnative..")
                .check(MODULE);
    }

    @Test
    void nobodyKnowsTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(COMMAND_LINE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(COMMAND_LINE)
                .check(MODULE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.hellowire.capture.(*)..")
                .should()
                .beFreeOfCycles()
                .check(MODULE);
    }

    @Test
    void printsNothing() {
        noClasses().should().accessField(System.class, "out").check(MODULE);
        noClasses().should().accessField(System.class, "err").check(MODULE);
    }
}
