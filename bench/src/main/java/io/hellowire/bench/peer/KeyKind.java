package io.hellowire.bench.peer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The kind of key that the servers' certificate has. */
public enum KeyKind {
    /** What new certificates have today. */
    EC_P256("-newkey ec -pkeyopt ec_paramgen_curve:P-256"),
    /** What old devices want. */
    RSA_2048("-newkey rsa:2048");

    private final String options;

    KeyKind(String options) {
        this.options = options;
    }

    /** The command that makes a key and a certificate for it, in files of their own. */
    List<String> making(Path key, Path certificate) {
        List<String> command = new ArrayList<>(List.of("openssl", "req", "-x509", "-nodes", "-days", "30"));
        command.addAll(List.of(options.split(" ", -1)));
        command.addAll(List.of("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"));
        command.addAll(List.of("-keyout", key.toString(), "-out", certificate.toString()));
        return command;
    }
}
