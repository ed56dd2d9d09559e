package io.hellowire.certs.cli;

import io.hellowire.certs.issue.AuthorityProfile;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.KeyType;
import io.hellowire.certs.issue.Subject;
import io.hellowire.certs.issue.Validity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that makes a certificate; what is not given stays as its profile has it. */
final class IssueOptions {

    @Option(
            names = {"--key-type", "--key"},
            paramLabel = "TYPE",
            description = "Kind of key: ${COMPLETION-CANDIDATES}.")
    @Nullable
    private KeyType keyType;

    @Option(names = "--days", paramLabel = "N", description = "How many days it is valid.")
    @Nullable
    private Validity validity;

    @Option(names = "--subject", paramLabel = "DN", description = "Its subject: C=US,ST=CA,O=Garage,CN=gate")
    @Nullable
    private Subject subject;

    /** The profile, but for what was asked for. */
    CertificateProfile applyTo(CertificateProfile profile) {
        CertificateProfile changed = keyType == null ? profile : profile.withKeyType(keyType);
        changed = validity == null ? changed : changed.withValidity(validity);
        return subject == null ? changed : changed.withSubject(subject);
    }

    /** The profile, but for what was asked for. */
    AuthorityProfile applyTo(AuthorityProfile profile) {
        AuthorityProfile changed = keyType == null ? profile : profile.withKeyType(keyType);
        changed = validity == null ? changed : changed.withValidity(validity);
        return subject == null ? changed : changed.withSubject(subject);
    }

    boolean nameTheSubject() {
        return subject != null;
    }
}
