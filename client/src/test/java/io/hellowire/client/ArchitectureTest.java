package io.hellowire.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import io.hellowire.testkit.ClassCycles;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter().importPath("target/classes");

    /** From the bottom to the top: each may use those before it. */
    private static final List<String> LAYERS =
            List.of("step", "url", "resolve", "connect", "tls", "exchange", "client", "report", "cli");

    private static final String ROOT = "io.hellowire.client";

    @Test
    void fewClassesKnowEachOtherInACircle() {
        assertThat(ClassCycles.largerThan(4, MODULE)).isEmpty();
    }

    @Test
    void importsPointDownFromTheCommandLineToTheStages() {
        LayeredArchitecture house = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String layer : LAYERS) {
            house = house.layer(layer).definedBy(layer.equals("client") ? ROOT : ROOT + "." + layer);
        }
        for (int i = 0; i < LAYERS.size(); i++) {
            String[] above = LAYERS.subList(i + 1, LAYERS.size()).toArray(String[]::new);
            house = above.length == 0
                    ? house.whereLayer(LAYERS.get(i)).mayNotBeAccessedByAnyLayer()
                    : house.whereLayer(LAYERS.get(i)).mayOnlyBeAccessedByLayers(above);
        }
        house.ensureAllClassesAreContainedInArchitecture().check(MODULE);
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
