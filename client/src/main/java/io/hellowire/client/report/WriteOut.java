package io.hellowire.client.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Curl's {@code -w}: a text with variables in it, written when a fetch is over. */
public final class WriteOut {

    private static final Pattern PIECE = Pattern.compile("(?s)%(?:%|header\\{([^}]*)}|\\{([^}]*)})|\\\\([rnt])|.");

    private final List<Piece> pieces;

    private WriteOut(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** Reads {@code %{variable}}, {@code %header{name}}, {@code %%}, {@code \n}, {@code \r} and {@code \t}. */
    public static WriteOut parse(String format) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(format);
        while (matcher.find()) {
            pieces.add(piece(matcher));
        }
        return new WriteOut(pieces);
    }

    private static Piece piece(Matcher matcher) {
        if (matcher.group(1) != null) {
            return new Piece(Kind.FIELD, matcher.group(1));
        }
        if (matcher.group(2) != null) {
            return new Piece(Kind.VARIABLE, matcher.group(2));
        }
        return new Piece(
                Kind.TEXT,
                switch (matcher.group()) {
                    case "%%" -> "%";
                    case "\\r" -> "\r";
                    case "\\n" -> "\n";
                    case "\\t" -> "\t";
                    default -> matcher.group();
                });
    }

    /** What it says about a fetch: for standard output, and after {@code %{stderr}} for standard error. */
    public Written of(FetchedFile fetched) {
        CurlVariables variables = new CurlVariables(fetched);
        StringBuilder out = new StringBuilder();
        StringBuilder errors = new StringBuilder();
        StringBuilder current = out;
        List<String> unknown = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.kind() == Kind.VARIABLE && !variables.isKnown(piece.text())) {
                unknown.add(piece.text());
            }
            String name = piece.kind() == Kind.VARIABLE ? piece.text() : "";
            if (name.equals("onerror") && fetched.report().failure() == null) {
                break;
            }
            current = name.equals("stderr") ? errors : name.equals("stdout") ? out : current;
            current.append(text(piece, variables));
        }
        return new Written(out.toString(), errors.toString(), unknown);
    }

    private static String text(Piece piece, CurlVariables variables) {
        return switch (piece.kind()) {
            case TEXT -> piece.text();
            case VARIABLE -> variables.text(piece.text());
            case FIELD -> Objects.requireNonNullElse(CurlVariables.value(variables.head(), piece.text()), "");
        };
    }

    private record Piece(Kind kind, String text) {}

    private enum Kind {
        TEXT,
        VARIABLE,
        FIELD
    }

    /**
     * What is written.
     *
     * @param out to standard output
     * @param errors to standard error
     * @param unknown the variables that nobody knows, in whose place there is nothing
     */
    public record Written(String out, String errors, List<String> unknown) {

        public Written {
            unknown = List.copyOf(unknown);
        }
    }
}
