package io.hellowire.cli;

/** Our tools. What a person types to start one depends on how this process was started, which {@link LaunchCommand} knows. */
public enum Tool {
    /** Answers requests and shows them; its commands prove, show, strip and healthcheck stand beside it. */
    SERVER("hellowire-server", "", "shows every request as it comes"),
    /** Fetches. */
    CLIENT("hellowire-client", " get", "fetches, and shows every step"),
    /** Makes and explains certificates. */
    CERTS("hellowire-certs", " certs", "makes and explains certificates");

    private static final LaunchCommand LAUNCH = LaunchCommand.ofThisProcess();

    private final String alone;
    private final String word;
    private final String about;

    Tool(String alone, String word, String about) {
        this.alone = alone;
        this.word = word;
        this.about = about;
    }

    /** What to type to start it, in a shell and before its arguments. */
    public String typed() {
        return LAUNCH.typed(this);
    }

    /** What it is called in front of a message. */
    public String label() {
        return LAUNCH.label(this);
    }

    /** Whether one command is all that people type, and the tools are words after it. */
    public static boolean areOneCommand() {
        return LAUNCH.areOneCommand();
    }

    /** What it does, in a few words. */
    String about() {
        return about;
    }

    /** The name of its single-file jar, without the ending. */
    String alone() {
        return alone;
    }

    /** What the command for all tools is followed by. */
    String word() {
        return word;
    }
}
