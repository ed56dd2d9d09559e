package io.hellowire.wire.tls;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions of TLS, oldest first. */
public enum TlsVersion {
    TLS_1_0("TLSv1", 0x0301),
    TLS_1_1("TLSv1.1", 0x0302),
    TLS_1_2("TLSv1.2", 0x0303),
    TLS_1_3("TLSv1.3", 0x0304);

    private static final int SSL_3 = 0x0300;
    private static final int TLS_1 = 0x0301;

    private final String word;
    private final int code;

    TlsVersion(String word, int code) {
        this.word = word;
        this.code = code;
    }

    /** As TLS libraries name it. */
    public String word() {
        return word;
    }

    /** The number that stands for it on the wire, RFC 8446 section 4.2.1. */
    public int code() {
        return code;
    }

    /** What people call a number on the wire, such as {@code TLSv1.2}; itself in hexadecimal if it is no version. */
    public static String nameOf(int code) {
        if (code == SSL_3) {
            return "SSLv3";
        }
        return Arrays.stream(values())
                .filter(version -> version.code == code)
                .findFirst()
                .map(TlsVersion::word)
                .orElseGet(() -> String.format("0x%04X", code));
    }

    /** As people name it: {@code 1.2}. */
    public String number() {
        return "1." + (code - TLS_1);
    }

    /** The version of this number, such as {@code 1.2}; {@code null} if there is none. */
    public static @Nullable TlsVersion ofNumber(String number) {
        return Arrays.stream(values())
                .filter(version -> version.number().equals(number))
                .findFirst()
                .orElse(null);
    }

    /** Every version from the first to the last, both included. */
    public static List<TlsVersion> between(TlsVersion lowest, TlsVersion highest) {
        return Arrays.stream(values())
                .filter(v -> v.compareTo(lowest) >= 0 && v.compareTo(highest) <= 0)
                .toList();
    }
}
