package io.hellowire.wire;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.hellowire.testkit.ClassCycles;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter().importPath("target/classes");

    @Test
    void fewClassesKnowEachOtherInACircle() {
        assertThat(ClassCycles.largerThan(4, MODULE)).isEmpty();
    }

    @Test
    void restsOnJavaAndNettysTransportAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.net.ssl..",
                        "org.jspecify..",
                        "io.hellowire.wire..",
                        "io.netty.buffer..",
                        "io.netty.channel..",
                        "io.netty.handler.ssl..",
                        "io.netty.util..")
                .check(MODULE);
    }

    /** Tools that know no network use it without Netty. */
    @Test
    void whatIsSaidToPeopleRestsOnJavaAlone() {
        classes()
                .that()
                .resideInAPackage("io.hellowire.wire.text")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.hellowire.wire.text")
                .check(MODULE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.hellowire.wire.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(MODULE);
    }

    @Test
    void printsNothing() {
        noClasses().should().accessField(System.class, "out").check(MODULE);
        noClasses().should().accessField(System.class, "err").check(MODULE);
    }
}
