package io.hellowire.bench.cli;

import io.hellowire.bench.compare.Comparison;
import io.hellowire.bench.compare.Plot;
import io.hellowire.bench.compare.Row;
import io.hellowire.bench.compare.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints the table line by line, and keeps the files up to date with it, so that a run can be broken off. */
final class Report implements Comparison.Progress {

    private final PrintStream out;
    private final Path folder;
    private final String head;
    private final List<Row> rows = new ArrayList<>();
    private boolean complete = true;

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
        Files.writeString(folder.resolve("compare.md"), table);
        Files.writeString(folder.resolve("compare.csv"), Table.csv(rows));
        Files.writeString(folder.resolve("compare.svg"), Plot.svg(rows));
    }

    @Override
    public void failed(String work, String peer, @Nullable String reason) {
        complete = false;
        out.println("FAILED " + work + " against " + peer + ": " + reason);
    }

    /** Whether everything that was asked for has been measured. */
    boolean isComplete() {
        return complete && !rows.isEmpty();
    }
}
