package io.hellowire.certs.cli;

import io.hellowire.certs.Passphrase;
import io.hellowire.certs.write.Destination;
import io.hellowire.certs.write.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns keys and certificates from any format into another one. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Convert keys and certificates from any format into another one.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${ROOT-COMMAND-NAME} convert server.pem server-key.pem -o server.p12",
            "  ${ROOT-COMMAND-NAME} convert server.p12 -o device.b64     device.b64 and device-key.b64",
            "  ${ROOT-COMMAND-NAME} convert cert.der -o cert.h"
        })
final class ConvertCommand implements Callable<Integer> {

    @Parameters(paramLabel = "IN", arity = "1..*", description = "Keys and certificates that belong together.")
    private List<Path> files = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description = "Where to write; a format with a separate file for the key puts it into OUT with -key.")
    private Path output = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: by the extension of OUT).")
    private @Nullable Format format;

    @Option(
            names = "--encrypt-file",
            paramLabel = "FILE",
            description = "Encrypt the key; the first line of FILE is the passphrase.")
    private @Nullable Path encryptFile;

    @Mixin
    private ForceOption force;

    @Mixin
    private PassphraseOptions passphrase = new PassphraseOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Format wanted = format();
        Input input = Input.load(files, passphrase.passphrase());
        input.warnings().forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
        Destination destination = Destination.of(output, wanted, force.ifPresent());
        for (Path written : destination.write(input.material(), newPassphrase())) {
            spec.commandLine().getOut().println(written);
        }
        return 0;
    }

    private Format format() {
        Format found = format != null ? format : Format.ofFileName(output.toString());
        if (found == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    output + ": an unknown extension (expected: .pem, .der, .p12, .b64, .py, .h or --format)");
        }
        if (encryptFile != null && !found.canEncrypt()) {
            throw new ParameterException(
                    spec.commandLine(), "--encrypt-file: with " + found + " (expected: pem, der, p12 or headerless)");
        }
        return found;
    }

    private char @Nullable [] newPassphrase() throws IOException {
        return encryptFile == null ? null : Passphrase.toEncryptWith(encryptFile);
    }
}
