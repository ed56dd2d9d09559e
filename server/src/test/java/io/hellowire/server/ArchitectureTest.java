package io.hellowire.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.hellowire.testkit.ClassCycles;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String BASE = "io.hellowire.server";

    private static final JavaClasses MODULE = new ClassFileImporter().importPath("target/classes");

    @Test
    void fewClassesKnowEachOtherInACircle() {
        assertThat(ClassCycles.largerThan(4, MODULE)).isEmpty();
    }

    @Test
    void importsPointDownTheListOfStagesOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("cli")
                .definedBy(BASE + ".cli")
                .layer("root")
                .definedBy(BASE)
                .layer("answer")
                .definedBy(BASE + ".answer")
                .layer("http1")
                .definedBy(BASE + ".http1")
                .layer("tls")
                .definedBy(BASE + ".tls")
                .layer("journal")
                .definedBy(BASE + ".journal")
                .layer("exchange")
                .definedBy(BASE + ".exchange")
                .layer("counter")
                .definedBy(BASE + ".counter")
                .layer("connection")
                .definedBy(BASE + ".connection")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("root")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("answer")
                .mayOnlyBeAccessedByLayers("cli", "root")
                .whereLayer("http1")
                .mayOnlyBeAccessedByLayers("cli", "root")
                .whereLayer("tls")
                .mayOnlyBeAccessedByLayers("cli", "root")
                .whereLayer("counter")
                .mayOnlyBeAccessedByLayers("cli", "root", "answer")
                .whereLayer("journal")
                .mayOnlyBeAccessedByLayers("cli", "root", "answer", "tls")
                .whereLayer("exchange")
                .mayOnlyBeAccessedByLayers("cli", "root", "answer", "http1", "journal")
                .whereLayer("connection")
                .mayOnlyBeAccessedByLayers("cli", "root", "answer", "http1", "tls", "journal", "exchange")
                .check(MODULE);
    }

    @Test
    void stagesHaveNoCycles() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(MODULE);
    }

    @Test
    void onlyTheCommandLineKnowsPicocliAndStandardOutput() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(MODULE);
    }

    @Test
    void onlyThePipelineAddsHandlers() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ServerPipeline.class.getName())
                .should()
                .callMethod(ChannelPipeline.class, "addLast", String.class, ChannelHandler.class)
                .orShould()
                .callMethod(ChannelPipeline.class, "addLast", ChannelHandler[].class)
                .orShould()
                .callMethod(ChannelPipeline.class, "addFirst", String.class, ChannelHandler.class)
                .orShould()
                .callMethod(ChannelPipeline.class, "addBefore", String.class, String.class, ChannelHandler.class)
                .orShould()
                .callMethod(ChannelPipeline.class, "addAfter", String.class, String.class, ChannelHandler.class)
                .check(MODULE);
    }

    @Test
    void noHandlerKnowsWhetherThereIsACapture() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        BASE + ".connection",
                        BASE + ".exchange",
                        BASE + ".http1",
                        BASE + ".counter",
                        BASE + ".journal",
                        BASE + ".answer")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.hellowire.capture..")
                .check(MODULE);
    }

    @Test
    void theHealthCheckTouchesNeitherNettyNorTheLogger() {
        noClasses()
                .that()
                .haveNameMatching(".*cli\\.(HealthCheckCommand|UncheckedTls)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.netty..", "org.slf4j..", "io.hellowire.server")
                .check(MODULE);
    }
}
