package io.hellowire.bench.cli;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.hellowire.bench.compare.Comparison;
import io.hellowire.bench.compare.Plot;
import io.hellowire.bench.compare.Row;
import io.hellowire.bench.compare.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints the table line by line, and keeps the files up to date with it: a run that is broken off leaves all three, with
 * every row that was done.
 */
final class Report implements Comparison.Progress {

    private final PrintStream out;
    private final Path folder;
    private final String head;
    private final long start = System.nanoTime();
    private final List<Row> rows = new ArrayList<>();
    private int failures;

    /**
     * Prints the lines above the table.
     *
     * @param folder where the files go
     * @param versions the text above the table
     */
    Report(PrintStream out, Path folder, String versions) {
        this.out = out;
        this.folder = folder;
        this.head = versions + System.lineSeparator() + Table.head();
        out.print(head);
    }

    @Override
    public void done(Row row) throws IOException {
        rows.add(row);
        out.print(Table.line(row));
        StringBuilder table = new StringBuilder(head);
        rows.forEach(each -> table.append(Table.line(each)));
        Files.createDirectories(folder);
        replace("compare.md", table.toString());
        replace("compare.csv", Table.csv(rows));
        replace("compare.svg", Plot.svg(rows));
    }

    /** As a whole, so that no moment is a bad one to break off. */
    private void replace(String name, String text) throws IOException {
        Path whole = Files.writeString(folder.resolve(name + ".new"), text);
        Files.move(whole, folder.resolve(name), ATOMIC_MOVE);
    }

    @Override
    public void failed(String work, String peer, @Nullable String reason) {
        failures++;
        out.println("FAILED " + work + " against " + peer + ": " + reason);
    }

    /** Says below the table how it went. */
    void end() {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        out.println();
        out.println(rows.size() + " rows in " + took.toMinutes() + " min " + took.toSecondsPart() + " s, " + failures
                + " failed; they are in " + folder);
    }

    /** Whether everything that was asked for has been measured. */
    boolean isComplete() {
        return failures == 0 && !rows.isEmpty();
    }
}
