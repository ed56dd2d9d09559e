package io.hellowire.client.report;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Bytes as sixteen numbers a line, with the ASCII characters beside them. */
final class HexDump {

    private static final int PER_LINE = 16;
    private static final HexFormat HEX = HexFormat.of();

    private HexDump() {}

    static List<String> lines(byte[] bytes, int from, int to) {
        List<String> lines = new ArrayList<>();
        for (int at = from; at < to; at += PER_LINE) {
            lines.add(line(bytes, from, at, Math.min(to, at + PER_LINE)));
        }
        return lines;
    }

    private static String line(byte[] bytes, int from, int at, int end) {
        StringBuilder numbers = new StringBuilder();
        StringBuilder text = new StringBuilder();
        for (int i = at; i < end; i++) {
            numbers.append(HEX.toHexDigits(bytes[i])).append(i - at == 7 ? "  " : " ");
            text.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
        }
        return String.format("%04x  %-49s %s", at - from, numbers, text);
    }
}
