package io.hellowire.certs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.certs.Identity;
import io.hellowire.certs.issue.Authority;
import io.hellowire.certs.issue.AuthorityProfile;
import io.hellowire.certs.write.Destination;
import io.hellowire.certs.write.Destination.IfPresent;
import io.hellowire.certs.write.Format;
import io.hellowire.certs.write.Material;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's own {@code update-ca-certificates}, pointed at directories of the test. */
class SystemStoreIT {

    private final X509Certificate authority =
            Authority.create(AuthorityProfile.named("Test authority")).certificate();

    @TempDir
    private Path directory;

    @BeforeEach
    void makeDirectories() throws IOException {
        if (!Files.isExecutable(Path.of("/usr/sbin/update-ca-certificates"))) {
            throw Program.missing("update-ca-certificates is not on this machine");
        }
        for (String name : List.of("shipped", "anchors", "hooks", "etc")) {
            Files.createDirectory(directory.resolve(name));
        }
        Identity shipped =
                Authority.create(AuthorityProfile.named("Shipped authority")).identity();
        new Destination(directory.resolve("shipped"), "shipped", List.of(Format.PEM), IfPresent.REFUSE)
                .write(new Material(shipped.key(), shipped.chain()));
        Files.move(directory.resolve("shipped/shipped.pem"), directory.resolve("shipped/shipped.crt"));
        Files.writeString(directory.resolve("ca-certificates.conf"), "shipped.crt\n");
    }

    @Test
    void whatIsInstalledIsTrusted() throws Exception {
        Path installed = store().install(authority);

        Program.named("openssl")
                .succeed("verify", "-CApath", directory.resolve("etc").toString(), "-no-CAfile", installed.toString());
        assertThat(bundle()).contains(Files.readString(installed));
    }

    @Test
    void installingTwiceIsInstallingOnce() throws Exception {
        store().install(authority);
        String once = bundle();
        store().install(authority);

        assertThat(bundle()).isEqualTo(once);
    }

    @Test
    void whatIsUninstalledIsTrustedNoMore() throws Exception {
        String installed = Files.readString(store().install(authority));
        store().uninstall(authority);

        assertThat(bundle()).contains("BEGIN CERTIFICATE").doesNotContain(installed);
        assertThat(directory.resolve("anchors")).isEmptyDirectory();
    }

    @Test
    void whatWasNeverInstalledCannotBeUninstalled() {
        assertThatThrownBy(() -> store().uninstall(authority)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aCommandThatFailsIsToldWithWhatItSaid() {
        SystemStore store =
                new SystemStore(directory.resolve("anchors"), List.of("sh", "-c", "echo no room; exit 3"), List.of());

        assertThatThrownBy(() -> store.install(authority))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("exit code 3")
                .hasMessageContaining("no room");
    }

    private SystemStore store() {
        List<String> update = new ArrayList<>(List.of(
                "/usr/sbin/update-ca-certificates",
                "--certsconf",
                directory.resolve("ca-certificates.conf").toString(),
                "--certsdir",
                directory.resolve("shipped").toString(),
                "--localcertsdir",
                directory.resolve("anchors").toString(),
                "--etccertsdir",
                directory.resolve("etc").toString(),
                "--hooksdir",
                directory.resolve("hooks").toString()));
        List<String> fresh = new ArrayList<>(update);
        fresh.add("--fresh");
        return new SystemStore(directory.resolve("anchors"), update, fresh);
    }

    private String bundle() throws IOException {
        return Files.readString(directory.resolve("etc/ca-certificates.crt"));
    }
}
