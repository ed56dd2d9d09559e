package io.hellowire.capture.tls;

import io.hellowire.capture.secrets.KeyLogLine;
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

    /**
     * Adds a line of a key log.
     *
     * @return whether it was news; it is not if it is a comment, or known already
     */
    public boolean add(String line) {
        KeyLogLine parsed = KeyLogLine.parse(line);
        if (parsed == null) {
            return false;
        }
        connections.add(parsed.clientRandom());
        return secrets.put(parsed.toString(), parsed.secret()) == null;
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
