package io.hellowire.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter().importPath("target/classes");

    private static final String[] STAGES = {
        "io.hellowire.client.url..",
        "io.hellowire.client.resolve..",
        "io.hellowire.client.connect..",
        "io.hellowire.client.tls..",
        "io.hellowire.client.exchange..",
        "io.hellowire.client.route..",
        "io.hellowire.client.cookie..",
        "io.hellowire.client.output..",
        "io.hellowire.client.clock..",
        "io.hellowire.client.failure.."
    };

    @Test
    void importsPointDownFromTheCommandLineToTheStages() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("cli")
                .definedBy("io.hellowire.client.cli..")
                .layer("report")
                .definedBy("io.hellowire.client.report..", "io.hellowire.client.translate..")
                .layer("root")
                .definedBy("io.hellowire.client")
                .layer("stages")
                .definedBy(STAGES)
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("root")
                .mayOnlyBeAccessedByLayers("cli", "report")
                .check(MODULE);
    }

    @Test
    void stagesHaveNoCycles() {
        slices().matching("io.hellowire.client.(*)..").should().beFreeOfCycles().check(MODULE);
    }

    @Test
    void onlyTheCommandLineKnowsPicocliAndStandardOutput() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.hellowire.client.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "me.tongfei..")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(MODULE);
    }

    @Test
    void keysAreReadByTheCertificateLoaderOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle..")
                .check(MODULE);
    }
}
