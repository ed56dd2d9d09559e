package io.hellowire.certs.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what makes bash and zsh complete our commands. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Print a script that lets bash or zsh complete commands and options.",
        footerHeading = "%nExample:%n",
        footer = {
            "  alias hellowire-certs='java -jar /opt/hellowire-certs.jar'",
            "  source <(hellowire-certs completion)"
        })
final class CompletionCommand implements Runnable {

    /** A name that the shell takes, and that the alias gives to the jar. */
    private static final String NAME = "hellowire-certs";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().print(AutoComplete.bash(NAME, spec.root().commandLine()));
        spec.commandLine().getOut().flush();
    }
}
