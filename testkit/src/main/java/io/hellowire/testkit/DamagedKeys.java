package io.hellowire.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Fresh private keys in every encoding of PEM, each damaged and wrapped in many ways, to see that no program ever shows
 * a piece of one.
 */
public final class DamagedKeys {

    /** So many characters of a key are a piece of it; fewer may be a coincidence. */
    private static final int PIECE = 8;

    private static final List<String> IN_PLACE_OF_A_NAME = List.of(
            "as it is",
            "line ends \\n",
            "line ends  ",
            "line ends ",
            "line ends ,",
            "in one line after key=",
            "JSON",
            "base64",
            "neither",
            "no end");

    private static final String ENCRYPTION = "PBEWithSHA1AndDESede";

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Set<String> pieces = new HashSet<>();

    /** Makes the keys. */
    public DamagedKeys() throws GeneralSecurityException, IOException {
        byte[] rsa = key("RSA", 2048);
        byte[] ec = key("EC", 256);
        add("RSA", "PRIVATE KEY", rsa);
        add("PKCS#1", "RSA PRIVATE KEY", inside(rsa));
        add("EC", "PRIVATE KEY", ec);
        add("SEC1", "EC PRIVATE KEY", inside(ec));
        add(
                "Ed25519",
                "PRIVATE KEY",
                KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPrivate()
                        .getEncoded());
        add("encrypted", "ENCRYPTED PRIVATE KEY", encrypted(ec));
    }

    /**
     * Puts every damaged form into a file and has it read: nothing of it may be printed.
     *
     * @param file whose text is a key
     * @param reading reads the file, and gives what it printed; told the number of the form, so that it can take turns
     */
    public void areNotShownFrom(Path file, Reading reading) throws Exception {
        int number = 0;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Files.writeString(file, text.getValue());
            String printed = reading.read(number);
            assertThat(shownIn(printed)).as("%s: %s", number, text.getKey()).isEmpty();
            number++;
        }
    }

    /** A program that reads the file. */
    @FunctionalInterface
    public interface Reading {

        /** Reads it, in one of several ways. */
        String read(int number) throws Exception;
    }

    /** The forms in which keys come in variables and arguments where the name of their file belongs. */
    public List<String> inPlaceOfAName() {
        return texts.entrySet().stream()
                .filter(text -> IN_PLACE_OF_A_NAME.stream()
                        .anyMatch(form -> text.getKey().endsWith(", " + form)))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The pieces of a key that an output shows; none, if all is well. */
    public List<String> shownIn(String output) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i + PIECE <= output.length(); i++) {
            String piece = output.substring(i, i + PIECE);
            if (pieces.contains(piece)) {
                shown.add(piece);
            }
        }
        return shown;
    }

    private void add(String kind, String label, byte[] der) {
        KeyDamage damage = new KeyDamage(
                label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der));
        damage.forms().forEach((name, text) -> texts.put(kind + ", " + name, text));
        remember(Base64.getEncoder().encodeToString(der));
        remember(damage.encodedTwice().replaceAll("\\s", ""));
    }

    private void remember(String base64) {
        for (int i = 0; i + PIECE <= base64.length(); i++) {
            pieces.add(base64.substring(i, i + PIECE));
        }
    }

    private static byte[] key(String algorithm, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair().getPrivate().getEncoded();
    }

    /** What PKCS#8 wraps: its last element, which begins with a SEQUENCE of its own and goes to the end. */
    private static byte[] inside(byte[] pkcs8) {
        for (int start = 20; start < pkcs8.length; start++) {
            if (pkcs8[start] == 0x30 && lengthAt(pkcs8, start) == pkcs8.length - start) {
                return Arrays.copyOfRange(pkcs8, start, pkcs8.length);
            }
        }
        throw new IllegalStateException("no key inside (expected: PKCS#8)");
    }

    private static int lengthAt(byte[] der, int start) {
        int first = der[start + 1];
        if (first >= 0) {
            return 2 + first;
        }
        int count = first & 0x7f;
        int length = 0;
        for (int i = 0; i < count && start + 2 + i < der.length; i++) {
            length = (length << 8) | (der[start + 2 + i] & 0xff);
        }
        return 2 + count + length;
    }

    private static byte[] encrypted(byte[] pkcs8) throws GeneralSecurityException, IOException {
        Cipher cipher = Cipher.getInstance(ENCRYPTION);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(ENCRYPTION).generateSecret(new PBEKeySpec("sesame".toCharArray())));
        return new EncryptedPrivateKeyInfo(cipher.getParameters(), cipher.doFinal(pkcs8)).getEncoded();
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(US_ASCII));
    }
}
