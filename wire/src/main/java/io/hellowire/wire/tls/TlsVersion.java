package io.hellowire.wire.tls;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions of TLS, oldest first. */
public enum TlsVersion {
    TLS_1_0("TLSv1"),
    TLS_1_1("TLSv1.1"),
    TLS_1_2("TLSv1.2"),
    TLS_1_3("TLSv1.3");

    private final String word;

    TlsVersion(String word) {
        this.word = word;
    }

    /** As TLS libraries name it. */
    public String word() {
        return word;
    }

    /** As people name it: {@code 1.2}. */
    public String number() {
        return "1." + ordinal();
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
