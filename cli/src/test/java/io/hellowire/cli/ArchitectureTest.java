package io.hellowire.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.hellowire.testkit.ClassCycles;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter().importPath("target/classes");

    /** Every start of every tool loads it, also of those that never touch the network. */
    @Test
    void fewClassesKnowEachOtherInACircle() {
        assertThat(ClassCycles.largerThan(4, MODULE)).isEmpty();
    }

    @Test
    void restsOnJavaAndPicocliAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "picocli..", "io.hellowire.cli")
                .check(MODULE);
    }

    @Test
    void leavesStandardOutputToTheTools() {
        noClasses().should().accessField(System.class, "out").check(MODULE);
        noClasses().should().accessField(System.class, "err").check(MODULE);
    }
}
