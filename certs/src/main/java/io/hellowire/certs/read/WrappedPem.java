package io.hellowire.certs.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes PEM out of what people put around it: the quotes and {@code \n} of JSON, C and environment variables, the blanks
 * of a line that was pasted, the indentation of YAML, a second layer of base64. What it takes out is read as strictly as
 * any other PEM.
 */
final class WrappedPem {

    private static final Pattern LINE_END = Pattern.compile("\\\\+r?\\\\*n|\\\\+r");
    private static final Pattern SLASH = Pattern.compile("\\\\+/");
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([^-\\n]*)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    /** OpenSSL's two lines above an encrypted key, also where a program puts strings together. */
    private static final Pattern HEADERS = Pattern.compile(
            "G*Proc-Type:\\s*4,\\s*ENCRYPTEDG+DEK-Info:\\s*([A-Za-z0-9-]+,[0-9A-Fa-f]+)G+(.*)"
                    .replace("G", "(?:\\s|\\+(?=\\s))"),
            Pattern.DOTALL);

    /** Quotes, and what stands before or after them where a program has a string. */
    private static final Pattern QUOTES = Pattern.compile("(?<![A-Za-z0-9+/=])[bBrRuU](?=[\"'])|[\"'`\\\\]");

    /** The base64 of "-----BEGIN " and all that belongs to it. */
    private static final Pattern SECOND_LAYER = Pattern.compile(
            "LS0tLS1CRUdJTi[A-Za-z0-9+/]*={0,2}(\\r?\\n[ \\t]*[A-Za-z0-9+/]+={0,2}(?=[ \\t]*(\\r?\\n|$)))*");

    private WrappedPem() {}

    /** The blocks that are found, each line where PEM has it, or {@code null} if there are none. */
    static @Nullable String unwrapped(String text) {
        String lines = SLASH.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll("/");
        List<String> blocks =
                BLOCK.matcher(lines).results().map(WrappedPem::block).toList();
        return blocks.isEmpty() ? null : String.join("", blocks);
    }

    private static String block(MatchResult found) {
        String content = QUOTES.matcher(found.group(2)).replaceAll(" ");
        Matcher headers = HEADERS.matcher(content);
        String above = "";
        if (headers.matches()) {
            above = "Proc-Type: 4,ENCRYPTED\nDEK-Info: " + headers.group(1) + "\n\n";
            content = headers.group(2);
        }
        content = content.replace(',', ' ').replace(';', ' ');
        String body = Stream.of(content.strip().split("\\s+"))
                .filter(word -> !word.equals("+")) // where a program puts strings together
                .collect(Collectors.joining("\n"));
        String label = found.group(1);
        return "-----BEGIN " + label + "-----\n" + above + body + "\n-----END " + label + "-----\n";
    }

    /** What is inside a second layer of base64, as in secrets of Kubernetes, or {@code null} if there is none. */
    static @Nullable String secondLayer(String text) {
        List<String> parts = new ArrayList<>();
        for (MatchResult part : SECOND_LAYER.matcher(text).results().toList()) {
            try {
                byte[] inside = Base64.getDecoder().decode(part.group().replaceAll("\\s", ""));
                parts.add(new String(inside, ISO_8859_1));
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        return parts.isEmpty() ? null : String.join("\n", parts);
    }
}
