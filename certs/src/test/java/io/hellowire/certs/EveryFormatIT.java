package io.hellowire.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of key in every format that OpenSSL and others write: always the same key and the same certificate come out. */
class EveryFormatIT {

    private static final String PASSPHRASE = "correct horse";
    private static final String ENCRYPT = " -passout file:pass";

    /** Writes a pair in some format and names the files to load. */
    @FunctionalInterface
    private interface Recipe {
        List<String> write(Openssl openssl, String pair) throws IOException, GeneralSecurityException;
    }

    private static final Map<String, Recipe> FORMATS = new LinkedHashMap<>();

    /** The forms from before PKCS#8, each made for one type of key. */
    private static final Set<String> ONLY_FOR_RSA_AND_EC = new HashSet<>();

    @TempDir
    static Path directory;

    private static Openssl openssl;
    private static final Map<String, Identity> EXPECTED = new HashMap<>();

    static {
        keyAndCertificate("PKCS#8 beside the certificate", (o, p) -> List.of(p + "-key.pem", p + ".pem"));
        keyAndCertificate("one file, key first", (o, p) -> combined(p + "-key.pem", p + ".pem"));
        keyAndCertificate("one file, key last", (o, p) -> combined(p + ".pem", p + "-key.pem"));
        keyAndCertificate("PKCS#8 DER and certificate DER", (o, p) -> {
            o.run("pkey -in " + p + "-key.pem -outform DER -out key");
            o.run("x509 -in " + p + ".pem -outform DER -out cert");
            return List.of("key", "cert");
        });

        key("encrypted PKCS#8, PBES2", "pkcs8 -topk8 -out key" + ENCRYPT);
        key("encrypted PKCS#8, PBES2 with AES-128", "pkcs8 -topk8 -v2 aes-128-cbc -out key" + ENCRYPT);
        key("encrypted PKCS#8, PBES2 with 3DES", "pkcs8 -topk8 -v2 des3 -out key" + ENCRYPT);
        key("encrypted PKCS#8, PBE-SHA1-3DES", "pkcs8 -topk8 -v1 PBE-SHA1-3DES -out key" + ENCRYPT);
        key(
                "encrypted PKCS#8, PBE-MD5-DES",
                "pkcs8 -topk8 -provider legacy -provider default -v1 PBE-MD5-DES -out key" + ENCRYPT);
        key("encrypted PKCS#8, scrypt", "pkcs8 -topk8 -scrypt -out key" + ENCRYPT);
        key("encrypted PKCS#8, DER", "pkcs8 -topk8 -outform DER -out key" + ENCRYPT);

        traditional("PKCS#1 or SEC1", "pkey -traditional -out key");
        traditional("PKCS#1 or SEC1, DER", "pkey -traditional -outform DER -out key");
        traditional("Proc-Type with AES-128", "pkey -traditional -aes128 -out key" + ENCRYPT);
        traditional("Proc-Type with AES-256", "pkey -traditional -aes256 -out key" + ENCRYPT);
        traditional("Proc-Type with 3DES", "pkey -traditional -des3 -out key" + ENCRYPT);

        text("CRLF", text -> text.replace("\n", "\r\n"));
        text("a byte order mark", text -> "\ufeff" + text);
        text("text before and after", text -> "my own\nfile: é\n\n" + text + "\nend of it\n");
        text("blanks at the ends of lines", text -> text.replace("\n", " \t\n"));
        text("no last newline", String::stripTrailing);
        text("lines of 76 characters", EveryFormatIT::inLinesOf76);
        text("headerless", EveryFormatIT::headerless);
        text("headerless in one line", text -> headerless(text).replace("\n", ""));
        text("headerless with CRLF", text -> headerless(text).replace("\n", "\r\n"));
        text("headerless with empty lines around", text -> "\n" + headerless(text) + "\n\n");
        ONLY_FOR_RSA_AND_EC.add("headerless PKCS#1 or SEC1");
        keyAndCertificate("headerless PKCS#1 or SEC1", (o, p) -> {
            o.run("pkey -traditional -in " + p + "-key.pem -out key.pem");
            o.write("key", headerless(o.text("key.pem")));
            return List.of("key", p + ".pem");
        });
        keyAndCertificate("headerless encrypted PKCS#8", (o, p) -> {
            o.run("pkcs8 -topk8 -in " + p + "-key.pem -out key.pem" + ENCRYPT);
            o.write("key", headerless(o.text("key.pem")));
            return List.of("key", p + ".pem");
        });

        certificate("certificate with its text", "x509 -text -out cert");
        certificate("TRUSTED CERTIFICATE", "x509 -trustout -addtrust serverAuth -setalias me -out cert");
        certificate("PKCS#7", "crl2pkcs7 -nocrl -certfile %s.pem -out cert");
        certificate("PKCS#7 DER", "crl2pkcs7 -nocrl -certfile %s.pem -outform DER -out cert");

        pkcs12("PKCS#12", "-passout file:pass");
        pkcs12("PKCS#12 with the ciphers of old", "-legacy -passout file:pass");
        pkcs12("PKCS#12 with 3DES", "-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -passout file:pass");
        pkcs12("PKCS#12 without MAC", "-nomac -passout file:pass");
        pkcs12("PKCS#12 with the empty passphrase", "-passout pass:");
        pkcs12("PKCS#12 with the empty passphrase and the ciphers of old", "-legacy -passout pass:");
        pkcs12("PKCS#12 in the clear", "-keypbe NONE -certpbe NONE -nomac -passout pass:");
        keyAndCertificate("PEM made from PKCS#12, with Bag Attributes", (o, p) -> {
            o.run("pkcs12 -export -inkey " + p + "-key.pem -in " + p + ".pem -name me -out key.p12" + ENCRYPT);
            o.run("pkcs12 -in key.p12 -nodes -passin file:pass -out key");
            return List.of("key");
        });
        keyAndCertificate("PKCS#12 in BER", (o, p) -> {
            o.run("pkcs12 -export -inkey " + p + "-key.pem -in " + p + ".pem -out der.p12" + ENCRYPT);
            Files.write(o.file("both"), BerFile.ofDer(Files.readAllBytes(o.file("der.p12"))));
            return List.of("both");
        });
        keyAndCertificate("PKCS#12 made by Java", (o, p) -> store(o, p, "PKCS12"));
        keyAndCertificate("JKS", (o, p) -> store(o, p, "JKS"));
        keyAndCertificate("JKS with an entry's name in capitals", (o, p) -> store(o, p, "CaseExactJKS"));
    }

    @BeforeAll
    static void makePairs() throws IOException {
        openssl = new Openssl(directory);
        openssl.write("pass", PASSPHRASE + "\n");
        for (String type : Openssl.KEY_TYPES) {
            String pair = pair(type);
            openssl.pair(pair, type);
            EXPECTED.put(
                    type,
                    new CertificateLoader(Passphrase.none())
                            .loadPair(openssl.file(pair + ".pem"), openssl.file(pair + "-key.pem")));
        }
    }

    static Stream<Arguments> everyTypeInEveryFormat() {
        return Openssl.KEY_TYPES.stream()
                .flatMap(type -> FORMATS.keySet().stream().map(format -> Arguments.of(type, format)))
                .filter(pair -> !(isOfLater((String) pair.get()[0]) && ONLY_FOR_RSA_AND_EC.contains(pair.get()[1])));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("everyTypeInEveryFormat")
    void loadsWithoutBeingToldTheFormat(String type, String format) throws IOException, GeneralSecurityException {
        List<String> files = FORMATS.get(format).write(openssl, pair(type));

        Identity identity = new CertificateLoader(Passphrase.ofFile(openssl.file("pass")))
                .loadIdentity(files.stream().map(openssl::file).toList());

        Identity expected = EXPECTED.get(type);
        assertThat(identity.key().getEncoded()).isEqualTo(expected.key().getEncoded());
        assertThat(identity.key().getClass().getModule().getName()).startsWith("j");
        assertThat(identity.chain()).isEqualTo(expected.chain());
    }

    private static boolean isOfLater(String type) {
        return type.startsWith("ed") || type.equals("rsa-pss");
    }

    private static String pair(String type) {
        return type.replace(":", "-");
    }

    private static void keyAndCertificate(String name, Recipe recipe) {
        FORMATS.put(name, recipe);
    }

    private static void key(String name, String command) {
        FORMATS.put(name, (o, p) -> {
            o.run(command + " -in " + p + "-key.pem");
            return List.of("key", p + ".pem");
        });
    }

    private static void traditional(String name, String command) {
        key(name, command);
        ONLY_FOR_RSA_AND_EC.add(name);
    }

    private static void certificate(String name, String command) {
        FORMATS.put(name, (o, p) -> {
            o.run(command.contains("%s") ? command.formatted(p) : command + " -in " + p + ".pem");
            return List.of(p + "-key.pem", "cert");
        });
    }

    private static void pkcs12(String name, String options) {
        FORMATS.put(name, (o, p) -> {
            o.run("pkcs12 -export -inkey " + p + "-key.pem -in " + p + ".pem -out both " + options);
            return List.of("both");
        });
    }

    private static void text(String name, UnaryOperator<String> change) {
        FORMATS.put("PEM with " + name, (o, p) -> {
            o.write("key", change.apply(o.text(p + "-key.pem")));
            o.write("cert", change.apply(o.text(p + ".pem")));
            return List.of("key", "cert");
        });
    }

    private static List<String> combined(String first, String second) throws IOException {
        openssl.write("both", openssl.text(first) + openssl.text(second));
        return List.of("both");
    }

    private static String headerless(String pem) {
        List<String> lines = new ArrayList<>(pem.lines().toList());
        lines.remove(0);
        lines.remove(lines.size() - 1);
        return String.join("\n", lines) + "\n";
    }

    private static String inLinesOf76(String pem) {
        String first = pem.lines().findFirst().orElseThrow();
        String body = headerless(pem).replace("\n", "").replaceAll(".{1,76}", "$0\n");
        return first + "\n" + body + first.replace("BEGIN", "END") + "\n";
    }

    private static List<String> store(Openssl openssl, String pair, String type)
            throws IOException, GeneralSecurityException {
        char[] passphrase = PASSPHRASE.toCharArray();
        openssl.run("pkcs12 -export -inkey " + pair + "-key.pem -in " + pair + ".pem -out from.p12" + ENCRYPT);
        KeyStore from = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(openssl.file("from.p12"))) {
            from.load(in, passphrase);
        }
        String alias = from.aliases().nextElement();
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setKeyEntry("Me", from.getKey(alias, passphrase), passphrase, from.getCertificateChain(alias));
        try (OutputStream out = Files.newOutputStream(openssl.file("both"))) {
            store.store(out, passphrase);
        }
        return List.of("both");
    }
}
