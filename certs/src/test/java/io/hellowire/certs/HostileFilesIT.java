package io.hellowire.certs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random, cut and changed files: each loads or is refused in one line, and nothing else ever comes out. Every build
 * tries the same ones, so that a new find is ours and never a stranger's; {@code -Dseed=N -Dchanges=N} looks for more.
 */
class HostileFilesIT {

    private static final int RANDOM_FILES = 2_000;
    private static final int CHANGES_PER_FILE = Integer.getInteger("changes", 100);
    private static final int CHANGES_FOR_OPENSSL = 100;

    private final long seed = Long.getLong("seed", 17);
    private final Random random = new Random(seed);

    @TempDir
    Path directory;

    private Openssl openssl;

    @BeforeEach
    void useDirectory() throws IOException {
        openssl = new Openssl(directory);
        openssl.write("pass", "x");
    }

    @Test
    void randomBytesAreRefusedInOneLine() throws IOException {
        for (int i = 0; i < RANDOM_FILES; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (bytes.length > 1 && random.nextBoolean()) {
                bytes[0] = 0x30;
                bytes[1] = (byte) (bytes.length < 130 ? bytes.length - 2 : 0x81);
            }
            assertThat(load(bytes))
                    .as("seed %d, %s", seed, Arrays.toString(bytes))
                    .isNotNull();
        }
    }

    @Test
    void changedFilesLoadOrAreRefusedInOneLine() throws IOException {
        for (String sample : samples()) {
            byte[] whole = Files.readAllBytes(openssl.file(sample));
            for (int i = 0; i < CHANGES_PER_FILE; i++) {
                load(changed(whole));
            }
        }
    }

    @Test
    void everyBeginningOfAFileLoadsOrIsRefusedInOneLine() throws IOException {
        for (String sample : samples()) {
            byte[] whole = Files.readAllBytes(openssl.file(sample));
            for (int length = 0; length < whole.length; length += 1 + random.nextInt(40)) {
                load(Arrays.copyOf(whole, length));
            }
        }
    }

    @Test
    void whatOpensslRefusesIsRefused() throws IOException {
        openssl.pair("a", "ec:P-256");
        openssl.pair("r", "rsa:2048");
        openssl.pair("e", "ed25519");
        for (String sample : List.of("a.pem", "r.pem", "e.pem", "a-key.pem", "r-key.pem", "e-key.pem")) {
            for (int i = 0; i < CHANGES_FOR_OPENSSL; i++) {
                String mutant = withChangedDer(openssl.text(sample));
                if (load(mutant.getBytes(US_ASCII)) == null) {
                    openssl.write("mutant", mutant);
                    assertThat(openssl.accepts((sample.contains("key") ? "pkey" : "x509") + " -noout -in mutant"))
                            .as("%s: openssl refuses this, we do not:%n%s", sample, mutant)
                            .isTrue();
                }
            }
        }
    }

    private String withChangedDer(String pem) {
        List<String> lines = pem.lines().toList();
        byte[] der = Base64.getDecoder().decode(String.join("", lines.subList(1, lines.size() - 1)));
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            int at = random.nextInt(der.length);
            der[at] = (byte) (random.nextBoolean() ? der[at] ^ 1 << random.nextInt(8) : random.nextInt(256));
        }
        return lines.get(0) + "\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n" + lines.get(lines.size() - 1)
                + "\n";
    }

    private List<String> samples() throws IOException {
        openssl.pair("a", "ec:P-256");
        openssl.run("pkey -in a-key.pem -outform DER -out key.der");
        openssl.run("pkey -in a-key.pem -traditional -outform DER -out sec1.der");
        openssl.run("x509 -in a.pem -outform DER -out a.der");
        openssl.run("pkcs8 -topk8 -in a-key.pem -iter 1 -passout file:pass -out enc.pem");
        openssl.run("pkcs8 -topk8 -in a-key.pem -scrypt -scrypt_N 16 -outform DER -passout file:pass -out scrypt.der");
        openssl.run("pkey -in a-key.pem -traditional -aes128 -passout file:pass -out legacy.pem");
        openssl.run("crl2pkcs7 -nocrl -certfile a.pem -outform DER -out a.p7b");
        String p12 = "pkcs12 -export -inkey a-key.pem -in a.pem -iter 1 ";
        openssl.run(p12 + "-passout file:pass -out a.p12");
        Files.write(openssl.file("ber.p12"), BerFile.ofDer(Files.readAllBytes(openssl.file("a.p12"))));
        openssl.run(p12 + "-legacy -passout file:pass -out legacy.p12");
        openssl.run(p12 + "-keypbe NONE -certpbe NONE -nomac -passout pass: -out clear.p12");
        String pem = openssl.text("a.pem");
        openssl.write("headerless", pem.substring(pem.indexOf('\n') + 1, pem.indexOf("-----END")));
        JksFile.write(openssl.file("a.jks"), openssl.file("a.pem"), "x");
        List<String> samples = new ArrayList<>(List.of(
                "a.pem", "a-key.pem", "key.der", "sec1.der", "a.der", "enc.pem", "scrypt.der", "legacy.pem", "a.p7b"));
        samples.addAll(List.of("a.p12", "ber.p12", "legacy.p12", "clear.p12", "headerless", "a.jks"));
        return samples;
    }

    private byte[] changed(byte[] whole) {
        byte[] bytes = whole.clone();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes = Arrays.copyOf(bytes, 1 + at);
                default -> System.arraycopy(whole, 0, bytes, at, Math.min(bytes.length - at, 1 + random.nextInt(40)));
            }
        }
        return bytes;
    }

    /** The refusal, or {@code null} if there was something to load. */
    private String load(byte[] bytes) throws IOException {
        Path file = Files.write(openssl.file("fuzzed"), bytes);
        CertificateLoader loader = new CertificateLoader(Passphrase.ofFile(openssl.file("pass")));
        try {
            loader.loadContents(file);
            return null;
        } catch (CertificateFileException e) {
            assertThat(e.getMessage()).as("seed %d", seed).doesNotContain("\n").startsWith(file + ": ");
            return e.getMessage();
        } catch (RuntimeException | Error e) {
            return fail("seed " + seed + ", file " + HexFormat.of().formatHex(bytes), e);
        }
    }
}
