package io.hellowire.certs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import io.hellowire.testkit.ClassCycles;
import java.security.Provider;
import java.security.Security;
import org.junit.jupiter.api.Test;

/** The path: cli, then inspect and issue, then the loader, then read and write; imports point down it only. */
class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter().importPath("target/classes");

    private static final String BASE = "io.hellowire.certs";
    private static final String BOUNCY_CASTLE = "org.bouncycastle..";

    @Test
    void fewClassesKnowEachOtherInACircle() {
        assertThat(ClassCycles.largerThan(4, MODULE)).isEmpty();
    }

    @Test
    void stagesHaveNoCycles() {
        slices().matching("io.hellowire.certs.(*)..").should().beFreeOfCycles().check(MODULE);
    }

    @Test
    void readingAndWritingKnowNothingAboveThem() {
        mayUse(".read", ".read").check(MODULE);
        mayUse(".write", ".write").check(MODULE);
    }

    @Test
    void theLoaderKnowsReadingOnly() {
        mayUse("", ".read").check(MODULE);
    }

    @Test
    void makingKnowsNothingOfInspectingAndOfCommands() {
        noClasses()
                .that()
                .resideInAPackage(BASE + ".issue")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + ".inspect", BASE + ".cli")
                .check(MODULE);
    }

    @Test
    void onlyTheCommandLineKnowsPicocli() {
        outsideOfCli().dependOnClassesThat().resideInAPackage("picocli..").check(MODULE);
    }

    @Test
    void onlyTheCommandLinePrints() {
        outsideOfCli()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(MODULE);
    }

    @Test
    void onlyReadingWritingAndMakingKnowBouncyCastle() {
        noClasses()
                .that()
                .resideInAnyPackage(BASE, BASE + ".inspect", BASE + ".cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BOUNCY_CASTLE)
                .check(MODULE);
    }

    @Test
    void theWireIsNoMatterOfOursButHowItIsSaid() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.hellowire.wire")
                .check(MODULE);
    }

    @Test
    void noProviderIsEverRegistered() {
        noClasses()
                .should()
                .callMethod(Security.class, "addProvider", Provider.class)
                .check(MODULE);
    }

    /** A package and those of ours that it may use; the JDK and libraries are not the matter here. */
    private static ArchRule mayUse(String packageName, String other) {
        return classes()
                .that()
                .resideInAPackage(BASE + packageName)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        BASE + packageName,
                        BASE + other,
                        "io.hellowire.wire.text",
                        "java..",
                        "javax..",
                        "org.jspecify..",
                        BOUNCY_CASTLE);
    }

    private static ClassesShould outsideOfCli() {
        return noClasses().that().resideOutsideOfPackage(BASE + ".cli").should();
    }
}
