package io.hellowire.client.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Bytes as numbers, sixteen a line where there is room, with the ASCII characters beside them. */
final class HexDump {

    private static final int[] PER_LINE = {16, 8, 4};
    private static final int GAP_AFTER = 8;
    private static final HexFormat HEX = HexFormat.of();

    private HexDump() {}

    /** @param columns how wide a line may be */
    static List<String> lines(byte[] bytes, int from, int to, int columns) {
        int offsetDigits =
                Math.max(4, Integer.toHexString(Math.max(0, to - from - 1)).length());
        int perLine = perLine(columns - offsetDigits);
        List<String> lines = new ArrayList<>();
        for (int at = from; at < to; at += perLine) {
            String offset = HEX.toHexDigits(at - from, offsetDigits);
            lines.add(offset + " " + line(bytes, at, Math.min(to, at + perLine), perLine));
        }
        return lines;
    }

    /** As many as fit, each with its number and its character. */
    private static int perLine(int columns) {
        return Arrays.stream(PER_LINE)
                .filter(count -> 1 + numberColumns(count) + 1 + count <= columns)
                .findFirst()
                .orElse(PER_LINE[PER_LINE.length - 1]);
    }

    private static int numberColumns(int count) {
        return 3 * count - 1 + (count > GAP_AFTER ? 1 : 0);
    }

    private static String line(byte[] bytes, int at, int end, int perLine) {
        StringBuilder numbers = new StringBuilder();
        StringBuilder text = new StringBuilder();
        for (int i = at; i < end; i++) {
            numbers.append(i == at ? "" : i - at == GAP_AFTER ? "  " : " ").append(HEX.toHexDigits(bytes[i]));
            text.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
        }
        return Column.left(numbers.toString(), numberColumns(perLine)) + " " + text;
    }
}
