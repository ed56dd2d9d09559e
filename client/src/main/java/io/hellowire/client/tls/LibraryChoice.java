package io.hellowire.client.tls;

import io.hellowire.certs.Identity;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import io.hellowire.client.tls.TlsOptions.Library;
import io.hellowire.wire.tls.TlsVersion;
import io.netty.handler.ssl.OpenSsl;
import java.security.PublicKey;
import java.security.Security;
import java.security.interfaces.EdECPublicKey;
import java.util.Arrays;
import java.util.List;

/** Which library speaks TLS: the one asked for, or else one that is here and can use our key. */
public final class LibraryChoice {

    private LibraryChoice() {}

    /**
     * Chooses; never {@link Library#AUTO}.
     *
     * @throws StepException if it cannot be had, or cannot do what is asked
     */
    public static Library of(TlsOptions options) throws StepException {
        Library library = library(options);
        refuseDisabledVersions(options.offer().highest(), library);
        return library;
    }

    private static Library library(TlsOptions options) throws StepException {
        if (options.identity() != null && !isServedByBoringSsl(options.identity())) {
            if (options.library() == Library.OPENSSL) {
                throw new StepException(Failure.of(
                        Phase.TLS,
                        ExitCode.OWN_CERTIFICATE,
                        "identity_unusable",
                        "--tls-provider: openssl, with an Ed448 or RSA-PSS key (expected: jdk or auto, since BoringSSL has"
                                + " no signatures with such a key)"));
            }
            return Library.JDK;
        }
        if (options.library() == Library.OPENSSL && !OpenSsl.isAvailable()) {
            throw new StepException(Failure.of(
                    Phase.TLS,
                    ExitCode.NOT_BUILT_IN,
                    "library_missing",
                    "--tls-provider: openssl does not load here (expected: jdk or auto)"));
        }
        if (options.library() == Library.AUTO) {
            return OpenSsl.isAvailable() ? Library.OPENSSL : Library.JDK;
        }
        return options.library();
    }

    private static boolean isServedByBoringSsl(Identity identity) {
        PublicKey key = identity.certificate().getPublicKey();
        boolean ed448 =
                key instanceof EdECPublicKey ed && ed.getParams().getName().equals("Ed448");
        return !ed448 && !key.getAlgorithm().equals("RSASSA-PSS");
    }

    private static void refuseDisabledVersions(TlsVersion highest, Library library) throws StepException {
        List<String> disabled = Arrays.stream(String.valueOf(Security.getProperty("jdk.tls.disabledAlgorithms"))
                        .split(","))
                .map(String::strip)
                .toList();
        if (library == Library.JDK && disabled.contains(highest.word())) {
            throw new StepException(Failure.of(
                            Phase.TLS,
                            ExitCode.NOT_BUILT_IN,
                            "version_disabled",
                            highest.word() + " is switched off by this Java's policy"
                                    + " (jdk.tls.disabledAlgorithms in its java.security)")
                    .hint("--tls-provider openssl still speaks it"));
        }
    }
}
