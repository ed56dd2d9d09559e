package io.hellowire.cli;

import java.util.Arrays;
import java.util.stream.Stream;

/** The word {@code help}, as many other programs know it, for {@code --help}: alone, before a command or after it. */
public final class HelpWord {

    private static final String WORD = "help";

    private HelpWord() {}

    /** The same arguments with {@code --help} at their end if {@code help} stands for it. */
    public static String[] understood(String... arguments) {
        int last = arguments.length - 1;
        if (last < 0 || Stream.of(arguments).anyMatch(argument -> argument.startsWith("-"))) {
            return arguments;
        }
        if (arguments[0].equals(WORD)) {
            return withHelp(Arrays.copyOfRange(arguments, 1, arguments.length));
        }
        return arguments[last].equals(WORD) ? withHelp(Arrays.copyOf(arguments, last)) : arguments;
    }

    private static String[] withHelp(String... command) {
        return Stream.concat(Stream.of(command), Stream.of("--help")).toArray(String[]::new);
    }
}
