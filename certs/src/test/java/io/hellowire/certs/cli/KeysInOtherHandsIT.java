package io.hellowire.certs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.Openssl;
import io.hellowire.certs.issue.KeyType;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every type of key in every format that we write, in the hands of five other implementations: made by {@code create}
 * and {@code ca}, and by {@code convert} from what others wrote, SEC1 without its public key among it.
 */
class KeysInOtherHandsIT {

    private static final String PASSPHRASE = "a pass phrase";

    /** Loads pairs, {@code A.pem A-key.pem}, and says which of them it could not. */
    private static final String GO = """
            package main

            import (
                "crypto/tls"
                "fmt"
                "os"
            )

            func main() {
                for _, name := range os.Args[1:] {
                    if _, err := tls.LoadX509KeyPair(name+".pem", name+"-key.pem"); err != nil {
                        fmt.Println(name, err)
                    }
                }
            }
            """;

    private static final String PYTHON = """
            import ssl, sys
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(sys.argv[1] + ".pem", sys.argv[1] + "-key.pem", password=(sys.argv[2:] or [None])[0])
            """;

    @TempDir
    private static Path directory;

    private static Openssl openssl;

    @BeforeAll
    static void makeOneOfEach() throws IOException {
        openssl = new Openssl(directory);
        openssl.write("pass", PASSPHRASE + "\n");
        for (KeyType type : KeyType.values()) {
            run(
                    "create",
                    "-o",
                    directory.toString(),
                    "--name",
                    type.toString(),
                    "--ip",
                    "127.0.0.1",
                    "--key",
                    "" + type);
        }
        openssl.pair("p521", "ec:P-521");
        convertedFromSec1("p256");
        convertedFromSec1("p384");
        convertedFromSec1("p521");
        for (String pair : pairs().toList()) {
            for (String ending : List.of(".der", ".b64", ".py", ".h")) {
                convert(pair, pair + ending);
            }
            convert(pair, pair + "-encrypted.pem", "--encrypt-file", file("pass"));
            convert(pair, pair + "-encrypted.der", "--encrypt-file", file("pass"));
            convert(pair, pair + ".p12", "--encrypt-file", file("pass"));
        }
    }

    private static void convertedFromSec1(String type) {
        openssl.run("ec -in " + type + "-key.pem -no_public -out " + type + "-bare.pem");
        run("convert", file(type + ".pem"), file(type + "-bare.pem"), "-o", file(type + "-sec1.pem"));
    }

    private static void convert(String pair, String to, String... more) {
        List<String> all =
                new ArrayList<>(List.of("convert", file(pair + ".pem"), file(pair + "-key.pem"), "-o", file(to)));
        all.addAll(List.of(more));
        run(all.toArray(String[]::new));
    }

    static Stream<String> pairs() {
        return Stream.concat(
                Stream.of(KeyType.values()).map(KeyType::toString), Stream.of("p256-sec1", "p384-sec1", "p521-sec1"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void opensslTakesEveryFormat(String pair) {
        openssl.run("pkey -check -noout -in " + pair + "-key.pem");
        openssl.run("pkey -check -noout -inform DER -in " + pair + "-key.der");
        openssl.run("pkey -check -noout -passin file:pass -in " + pair + "-encrypted-key.pem");
        openssl.run("pkey -check -noout -passin file:pass -inform DER -in " + pair + "-encrypted-key.der");
        openssl.run("pkcs12 -noout -passin file:pass -in " + pair + ".p12");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void gnutlsTakesEveryFormat(String pair) {
        Program certtool = Program.named("certtool").in(directory);
        certtool.succeed("--key-info", "--infile", pair + "-key.pem");
        certtool.succeed("--key-info", "--inder", "--infile", pair + "-key.der");
        certtool.succeed("--key-info", "--password", PASSPHRASE, "--infile", pair + "-encrypted-key.pem");
        certtool.succeed("--key-info", "--password", PASSPHRASE, "--inder", "--infile", pair + "-encrypted-key.der");
        certtool.succeed("--p12-info", "--password", PASSPHRASE, "--inder", "--infile", pair + ".p12");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void javaTakesItsStore(String pair) {
        assertThat(Program.named("keytool")
                        .in(directory)
                        .succeed("-list", "-v", "-storepass", PASSPHRASE, "-keystore", pair + ".p12")
                        .out())
                .contains("PrivateKeyEntry");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void pythonTakesThePair(String pair) {
        Program python = Program.named("python3").in(directory);
        python.succeed("-c", PYTHON, pair);
        python.succeed("-c", PYTHON, pair + "-encrypted", PASSPHRASE);
    }

    @Test
    void goTakesEveryPair() throws IOException {
        openssl.write("load.go", GO);
        List<String> arguments = new ArrayList<>(List.of("run", "load.go"));
        pairs().forEach(arguments::add);
        assertThat(Program.named("go")
                        .in(directory)
                        .succeed(arguments.toArray(String[]::new))
                        .out())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void programsHoldTheSameBytes(String pair) throws IOException {
        byte[] der = Files.readAllBytes(directory.resolve(pair + "-key.der"));
        Program python = Program.named("python3").in(directory);
        String print = "import sys; exec(open(sys.argv[1]).read()); sys.stdout.buffer.write(KEY)";
        assertThat(python.succeed("-c", print, pair + ".py").output()).isEqualTo(der);
        StringBuilder array = new StringBuilder("TLS_KEY[] =");
        for (byte each : der) {
            array.append(String.format("0x%02x", each));
        }
        assertThat(openssl.text(pair + ".h").replaceAll("[\\s,{}]", ""))
                .contains(array.toString().replace(" ", ""));
    }

    @Test
    void anAuthoritysKeyIsWholeToo() {
        run("ca", "-o", file("ca"));
        Program.named("certtool").in(directory).succeed("--key-info", "--infile", "ca/ca-key.pem");
    }

    @Test
    void theSameKeyWithItsPointAndWithoutIsOneKey() {
        run("convert", file("p256.pem"), file("p256-key.pem"), file("p256-bare.pem"), "-o", file("both.p12"));
        assertThat(directory.resolve("both.p12")).exists();
    }

    private static String file(String name) {
        return directory.resolve(name).toString();
    }

    private static void run(String... arguments) {
        StringWriter said = new StringWriter();
        int exitCode = Main.run(new PrintWriter(said, true), new PrintWriter(said, true), Map.of(), arguments);
        assertThat(exitCode).as(said.toString()).isZero();
    }
}
