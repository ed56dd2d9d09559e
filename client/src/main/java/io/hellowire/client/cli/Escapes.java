package io.hellowire.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.client.step.StepException;
import java.io.ByteArrayOutputStream;

/** Text with {@code \r}, {@code \n}, {@code \t}, {@code \0}, {@code \\} and {@code \xNN} in it as bytes. */
final class Escapes {

    private Escapes() {}

    static byte[] bytes(String text) throws StepException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int i = 0;
        while (i < text.length()) {
            int end = i + Character.charCount(text.codePointAt(i));
            if (text.charAt(i) != '\\') {
                out.writeBytes(text.substring(i, end).getBytes(UTF_8));
                i = end;
                continue;
            }
            char letter = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            out.write(letter == 'x' ? hex(text, i + 2) : single(letter, i));
            i += letter == 'x' ? 4 : 2;
        }
        return out.toByteArray();
    }

    private static int single(char letter, int at) throws StepException {
        return switch (letter) {
            case 'r' -> '\r';
            case 'n' -> '\n';
            case 't' -> '\t';
            case '0' -> 0;
            case '\\' -> '\\';
            default -> throw wrong(at);
        };
    }

    private static int hex(String text, int at) throws StepException {
        String digits = at + 2 <= text.length() ? text.substring(at, at + 2) : "";
        if (!digits.matches("[0-9a-fA-F]{2}")) {
            throw wrong(at - 2);
        }
        return Integer.parseInt(digits, 16);
    }

    private static StepException wrong(int at) {
        return UsageError.of("--raw-request: the backslash at character " + (at + 1)
                + " (expected: \\r, \\n, \\t, \\0, \\\\ or \\xNN)");
    }
}
