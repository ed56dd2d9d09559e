package io.hellowire.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The README of this checkout. */
final class Readme {

    /** The root of the checkout; tests run in the folder of their module. */
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    static final Path FILE = ROOT.resolve("README.md");

    private static final String FENCE = "```";

    private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern IN_THE_TEXT = Pattern.compile(
            "`((?:(?:java|mvn|docker|curl|python3|tshark|wireshark|sudo|ss|certs) |docker/test|bench/compare)[^`]*)`");

    private Readme() {}

    /** Its terminal sessions, from top to bottom: a fence marked {@code console} holds one or more. */
    static List<Session> sessions() throws IOException {
        List<Session> sessions = new ArrayList<>();
        List<String> lines = Files.readAllLines(FILE);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals(FENCE + "console")) {
                int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf(FENCE);
                addAll(sessions, lines.subList(i + 1, end), i + 2);
                i = end;
            }
        }
        return sessions;
    }

    /** The commands that no session types: those in a fence marked {@code sh}, and those in the text. */
    static Stream<String> unplayedCommands() throws IOException {
        String readme = Files.readString(FILE);
        Stream<String> fences = match(SHELL, readme).flatMap(String::lines);
        return Stream.concat(fences, match(IN_THE_TEXT, FENCED.matcher(readme).replaceAll("")))
                .map(command -> command.replaceAll("\\s+", " "))
                .distinct();
    }

    /** What stands below this heading. */
    static String section(String heading) throws IOException {
        String readme = Files.readString(FILE);
        int start = readme.indexOf("\n## " + heading + "\n") + 1;
        return readme.substring(start, readme.indexOf("\n## ", start));
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
            sessions.add(new Session(line, String.join("\n", command), String.join("\n", output)));
        }
    }

    /**
     * A command and what it prints.
     *
     * @param line where it stands in the README, from 1
     * @param command empty if this is more output of the server that was started last
     * @param output with {@code ...} for whatever comes there
     */
    record Session(int line, String command, String output) {

        boolean isMoreOutput() {
            return command.isEmpty();
        }

        /** Whether it runs until it is stopped, in a terminal of its own. */
        boolean isServer() {
            return command.matches("(?s).*(hellowire-server\\.jar( --.*)?|_server\\.py .*|serve_forever\\(\\)')");
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
