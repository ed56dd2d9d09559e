package io.hellowire.cli;

import java.nio.file.Path;

/** Words of a command that a person is to copy into a shell. */
public final class ShellWord {

    private ShellWord() {}

    /** The path as one word, quoted if the shell would make more of it. */
    public static String of(Path path) {
        String text = path.toString();
        return text.matches("[\\w@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
