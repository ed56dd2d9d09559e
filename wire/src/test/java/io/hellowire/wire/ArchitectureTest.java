package io.hellowire.wire;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter().importPath("target/classes");

    private static final String[] TRANSPORT = {
        "java..", "org.jspecify..", "io.hellowire.wire..", "io.netty.buffer..", "io.netty.channel..", "io.netty.util.."
    };

    private static final String[] TLS = {
        "javax.crypto..", "javax.net.ssl..", "io.netty.handler.ssl..", "io.netty.internal.tcnative.."
    };

    @Test
    void restsOnJavaAndNettysTransportAlone() {
        classes()
                .that()
                .resideInAPackage("io.hellowire.wire")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(TRANSPORT)
                .check(MODULE);
    }

    @Test
    void captureAddsTlsAndNothingElse() {
        String[] withTls = Stream.of(TRANSPORT, TLS).flatMap(Arrays::stream).toArray(String[]::new);

        classes().should().onlyDependOnClassesThat().resideInAnyPackage(withTls).check(MODULE);
    }

    @Test
    void readingHeadsKnowsNothingOfCapture() {
        noClasses()
                .that()
                .resideInAPackage("io.hellowire.wire")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.hellowire.wire.capture..")
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
    void capturesPackagesHaveNoCycles() {
        slices().matching("io.hellowire.wire.capture.(*)..")
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
