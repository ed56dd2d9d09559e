package io.hellowire.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A self-signed certificate for 127.0.0.1 with a key of every kind, as OpenSSL makes them. */
public final class KeyMatrix {

    private static final Map<String, List<String>> KINDS = Map.of(
            "rsa", List.of("rsa:2048"),
            "rsa-pss", List.of("rsa-pss", "-pkeyopt", "rsa_keygen_bits:2048"),
            "p256", List.of("ec", "-pkeyopt", "ec_paramgen_curve:P-256"),
            "p384", List.of("ec", "-pkeyopt", "ec_paramgen_curve:P-384"),
            "p521", List.of("ec", "-pkeyopt", "ec_paramgen_curve:P-521"),
            "ed25519", List.of("ed25519"),
            "ed448", List.of("ed448"));

    private final Path folder;

    /** Makes all of them, in this folder; each has its kind as its common name. */
    public KeyMatrix(Path folder) throws IOException {
        this.folder = folder;
        for (String kind : kinds()) {
            List<String> arguments = new ArrayList<>(List.of("req", "-x509", "-nodes", "-days", "30", "-newkey"));
            arguments.addAll(KINDS.getOrDefault(kind, List.of()));
            arguments.addAll(List.of("-subj", "/CN=" + kind, "-addext", "subjectAltName=IP:127.0.0.1"));
            arguments.addAll(List.of("-keyout", key(kind).toString()));
            arguments.addAll(List.of("-out", certificate(kind).toString()));
            Program.named("openssl").in(folder).succeed(arguments.toArray(String[]::new));
            Files.writeString(both(kind), Files.readString(key(kind)) + Files.readString(certificate(kind)));
        }
    }

    /** The kinds, in the order of the alphabet. */
    public static List<String> kinds() {
        return KINDS.keySet().stream().sorted().toList();
    }

    /** The file with the certificate. */
    public Path certificate(String kind) {
        return folder.resolve(kind + "-cert.pem");
    }

    /** The file with its key. */
    public Path key(String kind) {
        return folder.resolve(kind + "-key.pem");
    }

    /** The file with both. */
    public Path both(String kind) {
        return folder.resolve(kind + ".pem");
    }
}
