package io.hellowire.client.tls;

import java.util.Arrays;
import java.util.List;

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

    /** Every version from the first to the last, both included. */
    static List<TlsVersion> between(TlsVersion lowest, TlsVersion highest) {
        return Arrays.stream(values())
                .filter(v -> v.compareTo(lowest) >= 0 && v.compareTo(highest) <= 0)
                .toList();
    }
}
