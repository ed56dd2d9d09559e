package io.hellowire.cli;

/** Our tools. What a person types to start one depends on how this process was started, which {@link LaunchCommand} knows. */
public enum Tool {
    /** Answers requests and shows them; its commands prove, show, strip and healthcheck stand beside it. */
    SERVER("hellowire-server", ""),
    /** Fetches. */
    CLIENT("hellowire-client", " get"),
    /** Makes and explains certificates. */
    CERTS("hellowire-certs", " certs");

    private static final LaunchCommand LAUNCH = LaunchCommand.ofThisProcess();

    private final String alone;
    private final String word;

    Tool(String alone, String word) {
        this.alone = alone;
        this.word = word;
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

    /** The name of its single-file jar, without the ending. */
    String alone() {
        return alone;
    }

    /** What the command for all tools is followed by. */
    String word() {
        return word;
    }
}
