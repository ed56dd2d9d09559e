package io.hellowire.certs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorities that could be taken for one another: an authority that is made anew, the everyday case. */
class NamesakesTest {

    private final StringWriter said = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void everyAuthorityOfAMachineHasANameOfItsOwn() throws Exception {
        assertThat(run("ca", "-o", file("one"))).isZero();
        assertThat(run("ca", "-o", file("two"))).isZero();

        assertThat(new AuthorityFiles(directory.resolve("one"))
                        .load()
                        .certificate()
                        .getSubjectX500Principal())
                .isNotEqualTo(new AuthorityFiles(directory.resolve("two"))
                        .load()
                        .certificate()
                        .getSubjectX500Principal());
    }

    @Test
    void aSubjectThatIsGivenStaysAsItIs() throws Exception {
        assertThat(run("ca", "-o", file("one"), "--subject", "O=Garage,CN=Root"))
                .isZero();

        assertThat(new AuthorityFiles(directory.resolve("one"))
                        .load()
                        .certificate()
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=Root,O=Garage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p256", "rsa2048", "ed25519"})
    void anAuthorityOfTheSameNameRenewsNothing(String key) {
        run("ca", "-o", file("signer"), "--subject", "CN=Same", "--key", key);
        run("ca", "-o", file("other"), "--subject", "CN=Same", "--key", key);
        run("create", "-o", file("."), "--ip", "10.0.0.1", "--ca", file("signer"));

        assertThat(run("renew", file("server.pem"), "--ca", file("other"))).isEqualTo(1);
        assertThat(said.toString()).contains("signed by another key of the same name, CN=Same (expected: --ca with");
        assertThat(run("renew", file("server.pem"), "--ca", file("signer"))).isZero();
    }

    @Test
    void whatAnAuthorityOfItsOwnNameSignedIsNotSelfSigned() {
        run("ca", "-o", file("signer"), "--subject", "CN=Same");
        run("create", "-o", file("."), "--ip", "10.0.0.1", "--ca", file("signer"), "--subject", "CN=Same");

        assertThat(run("renew", file("server.pem"))).isEqualTo(1);
        assertThat(said.toString()).contains("signed by another key of the same name, CN=Same (expected: --ca with");
    }

    @Test
    void aLimitedAuthoritySaysWhatThereIsForOldDevices() {
        run("ca", "-o", file("ca"), "--device-compat");

        assertThat(run("create", "-o", file("."), "--ip", "10.0.0.1", "--ca", file("ca"), "--device-compat"))
                .isEqualTo(1);
        assertThat(said.toString())
                .contains("10.0.0.1: an address as a DNS name, as --device-compat adds it, which")
                .contains("(expected: no --device-compat, if all devices have Mbed TLS 3.5 or newer;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--ca=unlimited", ""})
    void whatItSaysWorks(String option) {
        run("ca", "-o", file("unlimited"), "--unconstrained");
        String ca = option.replace("unlimited", file("unlimited"));

        assertThat(
                        ca.isEmpty()
                                ? run("create", "-o", file("."), "--ip", "10.0.0.1", "--device-compat")
                                : run("create", "-o", file("."), "--ip", "10.0.0.1", "--device-compat", ca))
                .isZero();
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private int run(String... arguments) {
        PrintWriter out = new PrintWriter(said, true);
        return Main.run(out, out, Map.of(), arguments);
    }
}
