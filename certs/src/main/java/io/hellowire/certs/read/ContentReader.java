package io.hellowire.certs.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.List;

/**
 * Reads the keys and certificates of a file without being told its format: PEM, DER, PKCS#7, PKCS#12, JKS, or the
 * base64 of DER alone, without the lines that make it PEM. Every key and certificate returned is an object of the
 * JDK's own providers.
 */
public final class ContentReader {

    private static final String EXPECTED = "a certificate or key as PEM, DER, PKCS#12 or base64";
    private static final String UTF_8_MARK = "\u00ef\u00bb\u00bf"; // its three bytes, read as ISO-8859-1

    private final DerReader derReader;
    private final PemReader pemReader;
    private final JksReader jksReader;

    /**
     * Makes a reader.
     *
     * @param passphrase asked only when something is encrypted
     */
    public ContentReader(PassphraseSource passphrase) {
        this.derReader = new DerReader(passphrase);
        this.pemReader = new PemReader(passphrase);
        this.jksReader = new JksReader(passphrase);
    }

    /**
     * Reads all there is.
     *
     * @throws UnreadableException if anything in it is broken, cannot be decrypted or is a key that nobody serves
     * @throws IOException if the passphrase cannot be fetched
     */
    public Contents read(byte[] bytes) throws UnreadableException, IOException {
        if (bytes.length == 0) {
            throw new UnreadableException("an empty file", EXPECTED);
        }
        if (JksReader.isJks(bytes)) {
            return jksReader.read(bytes);
        }
        if (isBinarySequence(bytes)) {
            return derReader.read(Ber.isIndefinite(bytes) ? Ber.toDer(bytes) : bytes);
        }
        String text = withoutMark(new String(bytes, ISO_8859_1));
        if (PemText.isPem(text)) {
            return pemReader.read(text);
        }
        String inside = WrappedPem.secondLayer(text);
        if (inside != null) {
            Contents contents = pemReader.read(inside);
            return Contents.ofAll("base64 of " + contents.format(), List.of(contents));
        }
        if (isHeaderless(text)) {
            return headerless(text);
        }
        throw new UnreadableException(describe(bytes, text), EXPECTED);
    }

    /** In text a '0' is neither followed by a byte above 127, which announces a length, nor by just that many bytes. */
    private static boolean isBinarySequence(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == Der.SEQUENCE && (bytes[1] < 0 || bytes[1] == bytes.length - 2);
    }

    private static String withoutMark(String text) {
        return text.startsWith(UTF_8_MARK) ? text.substring(UTF_8_MARK.length()) : text;
    }

    /** The first byte of any DER file is 0x30, which makes the first letter of its base64 an M. */
    private static boolean isHeaderless(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .filter(line -> line.startsWith("M") && Base64Lines.isBase64(line))
                .isPresent();
    }

    private Contents headerless(String text) throws UnreadableException, IOException {
        Base64Lines body = new Base64Lines();
        List<String> lines = text.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            body.add(lines.get(i), i + 1);
        }
        Contents contents = derReader.read(body.decode(lines.size()));
        return Contents.ofAll("base64 without BEGIN and END, of " + contents.format(), List.of(contents));
    }

    private static String describe(byte[] bytes, String text) {
        if (text.isBlank()) {
            return "blanks only";
        }
        if (text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff")) {
            return "UTF-16 text, as PowerShell's > writes it";
        }
        if (bytes.length > 4 && bytes[0] == (byte) 0xce && bytes[1] == (byte) 0xce) {
            return "a JCEKS key store";
        }
        boolean binary = text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f');
        return binary ? "binary data of an unknown kind" : "text without a -----BEGIN line";
    }
}
