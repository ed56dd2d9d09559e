package io.hellowire.bench.compare;

import java.util.List;
import java.util.Locale;

/** The rows as a table that Markdown and people can read. */
public final class Table {

    private static final String LINE =
            "| %-18s | %-8s | %-22s | %9s | %9s | %5s | %13s | %5s | %9s | %9s | %8s | %8s |%n";

    private Table() {}

    /** The two lines above the rows. */
    public static String head() {
        String names = String.format(
                Locale.ROOT,
                LINE,
                "work",
                "peer",
                "unit",
                "ours",
                "peer's",
                "ratio",
                "middle half",
                "pairs",
                "ours/s",
                "peer's/s",
                "ours MiB",
                "peer MiB");
        return names + names.strip().replaceAll("[^|]", "-") + System.lineSeparator();
    }

    /** The line of one row. */
    public static String line(Row row) {
        Sample ours = Row.middle(row.ours());
        Sample theirs = Row.middle(row.theirs());
        Spread ratio = row.ratio();
        return String.format(
                Locale.ROOT,
                LINE,
                row.work(),
                row.peer(),
                row.unit(),
                figure(ours.cost()),
                figure(theirs.cost()),
                figure(ratio.median()),
                figure(ratio.lower()) + " to " + figure(ratio.upper()),
                ratio.count(),
                figure(ours.perSecond()),
                figure(theirs.perSecond()),
                ours.residentKiB() / 1024,
                theirs.residentKiB() / 1024);
    }

    /** The rows as comma-separated values, with names in the first line. */
    public static String csv(List<Row> rows) {
        StringBuilder csv = new StringBuilder("work,peer,unit,pair,ours,peers,ratio,ours_per_second,peers_per_second,"
                + "ours_resident_kib,peers_resident_kib\n");
        for (Row row : rows) {
            for (int i = 0; i < row.ours().size(); i++) {
                Sample ours = row.ours().get(i);
                Sample theirs = row.theirs().get(i);
                csv.append(String.format(
                        Locale.ROOT,
                        "%s,%s,%s,%d,%.4f,%.4f,%.4f,%.2f,%.2f,%d,%d%n",
                        row.work(),
                        row.peer(),
                        row.unit(),
                        i + 1,
                        ours.cost(),
                        theirs.cost(),
                        ours.cost() / theirs.cost(),
                        ours.perSecond(),
                        theirs.perSecond(),
                        ours.residentKiB(),
                        theirs.residentKiB()));
            }
        }
        return csv.toString();
    }

    /** Three digits are all that such measurements have. */
    static String figure(double number) {
        if (number >= 100) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        return String.format(Locale.ROOT, number >= 10 ? "%.1f" : "%.2f", number);
    }
}
