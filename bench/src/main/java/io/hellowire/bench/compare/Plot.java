package io.hellowire.bench.compare;

import java.util.List;
import java.util.Locale;

/** The ratios as a drawing: for each row the middle half as a bar and the median in it, on a logarithmic scale. */
public final class Plot {

    private static final int LABELS = 260;
    private static final int WIDTH = 560;
    private static final int LINE = 22;
    private static final int TOP = 40;
    private static final double LEAST = 1.0 / 16;
    private static final double MOST = 64;

    private Plot() {}

    /** An SVG file's text. */
    public static String svg(List<Row> rows) {
        int height = TOP + rows.size() * LINE + LINE;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                LABELS + WIDTH + 80,
                height));
        for (double tick = LEAST; tick <= MOST; tick *= 4) {
            svg.append(gridLine(tick, height));
        }
        for (int i = 0; i < rows.size(); i++) {
            svg.append(bar(rows.get(i), TOP + i * LINE));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String gridLine(double ratio, int height) {
        return String.format(
                Locale.ROOT,
                "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"%4$s\"/>"
                        + "<text x=\"%1$.1f\" y=\"20\" text-anchor=\"middle\">%5$s</text>%n",
                x(ratio),
                TOP - LINE / 2,
                height - LINE / 2,
                ratio == 1 ? "black" : "#dddddd",
                ratio == 1 ? "ours = peer's" : Double.toString(ratio));
    }

    private static String bar(Row row, int y) {
        Spread ratio = row.ratio();
        return String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s / %s</text>"
                        + "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"10\" fill=\"%s\"/>"
                        + "<circle cx=\"%.1f\" cy=\"%d\" r=\"4\"/><text x=\"%d\" y=\"%d\">%s</text>%n",
                LABELS - 10,
                y + 10,
                row.work(),
                row.peer(),
                x(ratio.lower()),
                y + 1,
                x(ratio.upper()) - x(ratio.lower()),
                ratio.median() <= 1 ? "#7fbf7f" : "#e0a070",
                x(ratio.median()),
                y + 6,
                LABELS + WIDTH + 10,
                y + 10,
                Table.figure(ratio.median()));
    }

    private static double x(double ratio) {
        double shown = Math.max(LEAST, Math.min(MOST, ratio));
        return LABELS + WIDTH * Math.log(shown / LEAST) / Math.log(MOST / LEAST);
    }
}
