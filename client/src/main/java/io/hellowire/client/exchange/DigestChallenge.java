package io.hellowire.client.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.client.exchange.Challenges.Challenge;
import io.hellowire.client.url.Credentials;
import io.hellowire.wire.ResponseHead;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server asks for in the Digest scheme, and the answer to it, RFC 7616: with quality of protection {@code auth},
 * or with none, as in RFC 2069. Of {@code auth-int} nothing is known here; hardly a server offers it alone.
 */
final class DigestChallenge {

    /** RFC 7616 section 3.4: how Java calls the algorithms. */
    private static final Map<String, String> ALGORITHMS =
            Map.of("MD5", "MD5", "SHA-256", "SHA-256", "SHA-512-256", "SHA-512/256");

    private static final String SESSION = "-SESS";

    private final Map<String, String> parameters;
    private final String algorithm;

    private DigestChallenge(Map<String, String> parameters) {
        this.parameters = parameters;
        this.algorithm = parameters.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
    }

    /** The first that can be answered, since the server's order is the order it prefers; {@code null} if none can. */
    static @Nullable DigestChallenge in(ResponseHead head) {
        return Challenges.of(head).stream()
                .filter(challenge -> challenge.isOf("Digest"))
                .map(Challenge::parameters)
                .map(DigestChallenge::new)
                .filter(DigestChallenge::isAnswerable)
                .findFirst()
                .orElse(null);
    }

    private boolean isAnswerable() {
        return parameters.containsKey("nonce")
                && ALGORITHMS.containsKey(algorithm.replace(SESSION, ""))
                && (!parameters.containsKey("qop") || hasProtection());
    }

    private boolean hasProtection() {
        return Arrays.asList(parameter("qop").toLowerCase(Locale.ROOT).split("[\\s,]+"))
                .contains("auth");
    }

    /** Whether only the nonce was too old, and not the password wrong. */
    boolean isStale() {
        return parameter("stale").equalsIgnoreCase("true");
    }

    /**
     * The value of the Authorization field that answers it.
     *
     * @param uri the target in the request line
     * @param count which request with this nonce it is, from 1
     * @param ownNonce a text of our own that nobody can guess
     */
    String answer(Credentials credentials, String method, String uri, int count, String ownNonce) {
        Charset charset = parameter("charset").equalsIgnoreCase("UTF-8") ? UTF_8 : ISO_8859_1;
        Charset usable = charset.newEncoder().canEncode(credentials.text()) ? charset : UTF_8;
        String counted = String.format("%08x", count);
        String secret = hash(usable, credentials.user(), parameter("realm"), credentials.password());
        String first = algorithm.endsWith(SESSION) ? hash(usable, secret, parameter("nonce"), ownNonce) : secret;
        String second = hash(usable, method, uri);
        boolean hasProtection = parameters.containsKey("qop");
        String response = hasProtection
                ? hash(usable, first, parameter("nonce"), counted, ownNonce, "auth", second)
                : hash(usable, first, parameter("nonce"), second);
        boolean isUserHashed = parameter("userhash").equalsIgnoreCase("true");
        String user = isUserHashed ? hash(usable, credentials.user(), parameter("realm")) : credentials.user();
        String protection = hasProtection || algorithm.endsWith(SESSION)
                ? ", cnonce=\"" + ownNonce + "\"" + (hasProtection ? ", nc=" + counted + ", qop=auth" : "")
                : "";
        return "Digest username=" + quoted(user)
                + ", realm=" + quoted(parameter("realm"))
                + ", nonce=" + quoted(parameter("nonce"))
                + ", uri=" + quoted(uri)
                + protection
                + ", response=" + quoted(response)
                + (parameters.containsKey("opaque") ? ", opaque=" + quoted(parameter("opaque")) : "")
                + (parameters.containsKey("algorithm") ? ", algorithm=" + parameter("algorithm") : "")
                + (isUserHashed ? ", userhash=true" : "");
    }

    private String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    private String hash(Charset charset, String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(ALGORITHMS.get(algorithm.replace(SESSION, "")));
            return HexFormat.of()
                    .formatHex(digest.digest(String.join(":", parts).getBytes(charset)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    /** RFC 9110 section 5.6.4. */
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
