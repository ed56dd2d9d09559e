package io.hellowire.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;

/**
 * The arguments and variables that were typed, also in a locale that Java cannot decode them in, such as that of cron: it
 * puts U+FFFD where a byte is none of the locale's. Linux still has the bytes (proc(5)), which are UTF-8 or refused.
 */
public final class AsTyped {

    private static final Path ARGUMENTS = Path.of("/proc/self/cmdline");
    private static final Path VARIABLES = Path.of("/proc/self/environ");
    private static final String EXPECTED = " (expected: UTF-8, in a locale such as LC_ALL=C.UTF-8)";

    private AsTyped() {}

    /** Runs a tool with its variables and arguments; the result is its exit code, or 2 where those cannot be known. */
    public static int run(
            String tool, PrintWriter errors, ToIntBiFunction<Map<String, String>, String[]> run, String... decoded) {
        Map<String, String> environment;
        String[] arguments;
        try {
            environment = environment();
            arguments = arguments(ARGUMENTS, decoded);
        } catch (IllegalArgumentException e) {
            errors.println(tool + ": " + e.getMessage());
            errors.flush();
            return ExitCode.USAGE;
        }
        return run.applyAsInt(environment, arguments);
    }

    /**
     * The variables.
     *
     * @throws IllegalArgumentException if one of ours cannot be known
     */
    public static Map<String, String> environment() {
        return environment(VARIABLES, System.getenv());
    }

    /** The bytes of a variable, which may be text in no encoding at all; {@code null} if it is not set. */
    public static byte @Nullable [] variable(String name) {
        String decoded = System.getenv(name);
        if (decoded == null || !isLost(decoded)) {
            return decoded == null ? null : decoded.getBytes(UTF_8);
        }
        byte[] beginning = (name + "=").getBytes(UTF_8);
        return entries(VARIABLES).stream()
                .filter(entry -> Arrays.mismatch(entry, beginning) == beginning.length)
                .map(entry -> Arrays.copyOfRange(entry, beginning.length, entry.length))
                .findFirst()
                .orElse(decoded.getBytes(UTF_8));
    }

    static Map<String, String> environment(Path file, Map<String, String> decoded) {
        if (decoded.values().stream().noneMatch(AsTyped::isLost)) {
            return decoded;
        }
        Map<String, String> all = new HashMap<>(decoded);
        for (byte[] entry : entries(file)) {
            String[] pair = String.valueOf(text(entry)).split("=", 2);
            all.computeIfPresent(pair[0], (name, value) -> isLost(value) && pair.length == 2 ? pair[1] : value);
        }
        for (Map.Entry<String, String> one : decoded.entrySet()) {
            if (Variables.isOurs(one.getKey())
                    && isLost(one.getValue())
                    && one.getValue().equals(all.get(one.getKey()))) {
                throw new IllegalArgumentException(unknown(one.getKey()));
            }
        }
        return all;
    }

    /** The last entries are what main gets, unless it came from a file that the launcher read. */
    static String[] arguments(Path file, String... decoded) {
        if (Stream.of(decoded).noneMatch(AsTyped::isLost)) {
            return decoded;
        }
        List<byte[]> all = entries(file);
        int first = Math.max(0, all.size() - decoded.length);
        List<byte[]> last = all.subList(first, all.size());
        boolean isMain = last.size() == decoded.length
                && IntStream.range(0, decoded.length).allMatch(i -> decoded[i].equals(asJavaDoes(last.get(i))));
        String[] typed = decoded.clone();
        for (int i = 0; i < typed.length; i++) {
            if (isLost(decoded[i])) {
                String text = isMain ? text(last.get(i)) : null;
                if (text == null) {
                    throw new IllegalArgumentException(unknown("argument " + (i + 1)));
                }
                typed[i] = text;
            }
        }
        return typed;
    }

    private static boolean isLost(String decoded) {
        return decoded.indexOf('\ufffd') >= 0;
    }

    private static String unknown(String what) {
        String locale = Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> System.getenv().getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("C");
        return what + ": characters that are lost in the locale " + locale + EXPECTED;
    }

    private static String asJavaDoes(byte[] typed) {
        return new String(typed, Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")));
    }

    private static @Nullable String text(byte[] typed) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(typed)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** What ends with a zero byte each; nothing where there is no such file. */
    private static List<byte[]> entries(Path file) {
        List<byte[]> entries = new ArrayList<>();
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            for (int end = 0; end < bytes.limit(); end++) {
                if (bytes.get(end) == 0) {
                    byte[] entry = new byte[end - bytes.position()];
                    bytes.get(entry).get();
                    entries.add(entry);
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        return entries;
    }
}
