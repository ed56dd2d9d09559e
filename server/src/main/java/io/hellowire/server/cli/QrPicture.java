package io.hellowire.server.cli;

import io.nayuki.qrcodegen.QrCode;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as a QR code on a terminal. Each square is two spaces on an explicit background, so that it reads the same on
 * dark and light terminals and in every character set.
 */
final class QrPicture {

    static final String DARK = "\u001B[40m  ";
    static final String LIGHT = "\u001B[107m  ";
    static final String PLAIN = "\u001B[0m";

    /** Squares around the code that phones need to find it. */
    static final int BORDER = 2;

    private QrPicture() {}

    static List<String> of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW);
        List<String> lines = new ArrayList<>();
        for (int y = -BORDER; y < code.size + BORDER; y++) {
            lines.add(line(code, y));
        }
        return lines;
    }

    private static String line(QrCode code, int y) {
        StringBuilder line = new StringBuilder();
        for (int x = -BORDER; x < code.size + BORDER; x++) {
            line.append(code.getModule(x, y) ? DARK : LIGHT);
        }
        return line.append(PLAIN).toString();
    }
}
