package io.hellowire.wire.capture.tls;

import io.hellowire.wire.capture.secrets.KeyLogLine;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** The secrets found in a capture or key log, by connection. */
public final class SecretLog {

    private final Map<String, String> secrets = new HashMap<>();
    private final Set<String> connections = new HashSet<>();

    /** Adds each line that is one of a key log; the others are comments. */
    public void add(String lines) {
        lines.lines().forEach(line -> {
            KeyLogLine parsed = KeyLogLine.parse(line);
            if (parsed != null) {
                connections.add(parsed.clientRandom());
                secrets.put(parsed.toString(), parsed.secret());
            }
        });
    }

    /** How many connections there are secrets for. */
    public int connections() {
        return connections.size();
    }

    boolean knows(String clientRandom) {
        return connections.contains(clientRandom);
    }

    byte[] get(String label, String clientRandom) throws GeneralSecurityException {
        String secret = secrets.get(new KeyLogLine(label, clientRandom, "").toString());
        if (secret == null) {
            throw new GeneralSecurityException("no " + label + " (expected: one for the connection)");
        }
        return HexFormat.of().parseHex(secret);
    }
}
