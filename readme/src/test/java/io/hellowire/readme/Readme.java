package io.hellowire.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The README of this checkout, and the pages in {@code docs} that it leads to. */
final class Readme {

    /** The root of the checkout; tests run in the folder of their module. */
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    static final Path FILE = ROOT.resolve("README.md");

    private static final Path DOCS = ROOT.resolve("docs");
    private static final String FENCE = "```";

    private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern IN_THE_TEXT = Pattern.compile(
            "`((?:(?:java|mvn|docker|curl|python3|tshark|wireshark|sudo|ss|certs|hellowire|\\./hellowire) |docker/test|bench/compare)[^`]*)`");

    private Readme() {}

    /** The README, then the pages by their names. */
    static List<Path> files() throws IOException {
        try (Stream<Path> pages = Files.list(DOCS)) {
            return Stream.concat(
                            Stream.of(FILE),
                            pages.filter(page -> page.toString().endsWith(".md"))
                                    .sorted())
                    .toList();
        }
    }

    /**
     * The terminal sessions of a file, from top to bottom. A fence marked {@code console} holds one or more; of one marked
     * {@code sh}, which can be pasted, each line is one, and what the last prints stands in the {@code console} after it.
     */
    static List<Session> sessions(Path file) throws IOException {
        List<Session> sessions = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            boolean pasted = lines.get(i).equals(FENCE + "sh");
            if (pasted || lines.get(i).equals(FENCE + "console")) {
                int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf(FENCE);
                List<String> block = lines.subList(i + 1, end);
                if (pasted) {
                    addPasted(sessions, block, i + 2);
                } else {
                    addAll(sessions, block, i + 2);
                }
                i = end;
            }
        }
        return sessions;
    }

    private static void addPasted(List<Session> sessions, List<String> block, int firstLine) {
        for (int i = 0; i < block.size(); i++) {
            if (!UnplayedCommands.REASONS.containsKey(block.get(i))) {
                sessions.add(new Session(firstLine + i, block.get(i), null));
            }
        }
    }

    /** The commands that are in the text, or in a fence marked {@code sh}. */
    static Stream<String> commandsNotInSessions() throws IOException {
        String all = whole();
        Stream<String> fences = match(SHELL, all).flatMap(String::lines);
        return Stream.concat(fences, commandsInTheText()).map(command -> command.replaceAll("\\s+", " "));
    }

    /** The commands that stand in the text. */
    static Stream<String> commandsInTheText() throws IOException {
        return match(IN_THE_TEXT, FENCED.matcher(whole()).replaceAll(""))
                .map(command -> command.replaceAll("\\s+", " "))
                .distinct();
    }

    private static String whole() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files()) {
            all.append(Files.readString(file)).append('\n');
        }
        return all.toString();
    }

    /** What stands below this heading, wherever it is. */
    static String section(String heading) throws IOException {
        for (Path file : files()) {
            String text = "\n" + Files.readString(file) + "\n# ";
            Matcher start = Pattern.compile("\n(##?) " + heading + "\n").matcher(text);
            if (start.find()) {
                Matcher end = Pattern.compile("\n##? ").matcher(text);
                return text.substring(start.end(), end.find(start.end()) ? end.start() : text.length());
            }
        }
        throw new IllegalArgumentException(heading + ": no such heading");
    }

    private static Stream<String> match(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    /** A line with {@code $} begins a command, lines with {@code >} after it go on with it, the rest is what it prints. */
    private static void addAll(List<Session> sessions, List<String> block, int firstLine) {
        int next = 0;
        while (next < block.size()) {
            int line = firstLine + next;
            List<String> command = new ArrayList<>();
            if (block.get(next).startsWith("$ ")) {
                command.add(block.get(next++).substring(2));
                while (next < block.size() && block.get(next).startsWith("> ")) {
                    command.add(block.get(next++).substring(2));
                }
            }
            List<String> output = new ArrayList<>();
            while (next < block.size() && !block.get(next).startsWith("$ ")) {
                output.add(block.get(next++));
            }
            String shown = String.join("\n", output);
            Session last = sessions.isEmpty() ? null : sessions.get(sessions.size() - 1);
            if (command.isEmpty() && last != null && last.output() == null) {
                sessions.set(sessions.size() - 1, new Session(last.line(), last.command(), shown));
            } else {
                sessions.add(new Session(line, String.join("\n", command), shown));
            }
        }
    }

    /**
     * A command and what it prints.
     *
     * @param line where it stands in its file, from 1
     * @param command empty if this is more output of the server that was started last
     * @param output with {@code ...} for whatever comes there; {@code null} if it is not shown
     */
    record Session(int line, String command, @Nullable String output) {

        boolean isMoreOutput() {
            return command.isEmpty();
        }

        /** Whether it runs until it is stopped, in a terminal of its own. */
        boolean isServer() {
            return command.matches("(?s).*(\\./hellowire( -.*)?|_server\\.py .*|serve_forever\\(\\)')");
        }

        @Override
        public String toString() {
            return "line " + line + ": "
                    + (isMoreOutput()
                            ? "(its output goes on)"
                            : command.lines().findFirst().orElse(""));
        }
    }
}
