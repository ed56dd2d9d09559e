package io.hellowire.certs.write;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The formats that can be written; every one of them but the two for programs can be read again. */
public enum Format {
    /** Text blocks with BEGIN and END lines: certificates in one file, the key as PKCS#8 in another. */
    PEM("pem"),
    /** Binary; each certificate and the key as PKCS#8 in a file of its own. */
    DER("der"),
    /** PKCS#12: all in one file, for Windows, macOS, Java and browsers. */
    P12("p12"),
    /** The base64 lines of PEM without the BEGIN and END lines, for devices that decode it themselves. */
    HEADERLESS("b64"),
    /** A Python module that holds all as bytes, for MicroPython's {@code ssl}. */
    MICROPYTHON("py"),
    /** A C header that holds all as arrays, for Mbed TLS. */
    C("h");

    private final String extension;

    Format(String extension) {
        this.extension = extension;
    }

    /** What the names of its files end in, without the dot. */
    public String extension() {
        return extension;
    }

    /** Whether a passphrase can protect a key in it. */
    public boolean canEncrypt() {
        return this != MICROPYTHON && this != C;
    }

    /** The format that a file name's end stands for, or {@code null} if it stands for none. */
    public static @Nullable Format ofFileName(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "pem", "crt", "cer", "key" -> PEM;
            case "der" -> DER;
            case "p12", "pfx" -> P12;
            case "b64", "base64" -> HEADERLESS;
            case "py" -> MICROPYTHON;
            case "h", "c" -> C;
            default -> null;
        };
    }

    /** The name on the command line, such as {@code p12}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
