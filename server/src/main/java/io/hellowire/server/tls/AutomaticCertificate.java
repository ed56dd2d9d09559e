package io.hellowire.server.tls;

import io.hellowire.certs.CertificateLoader;
import io.hellowire.certs.Identity;
import io.hellowire.certs.Passphrase;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.KeyType;
import io.hellowire.certs.issue.LocalNames;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.SelfSigned;
import io.hellowire.certs.write.Destination;
import io.hellowire.certs.write.Destination.IfPresent;
import io.hellowire.certs.write.Format;
import io.hellowire.certs.write.Material;
import io.hellowire.wire.text.FileError;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A certificate that we make ourselves, for the names and addresses of this machine, and keep in a directory of the
 * user's. It is made anew when this machine has a name or address that it does not stand for, or when it nears its end.
 */
final class AutomaticCertificate implements CertificateSource {

    private static final Logger LOGGER = LoggerFactory.getLogger(AutomaticCertificate.class);
    private static final Duration NEAR = Duration.ofDays(30);

    private final Path directory;
    private final KeyType keyType;
    private final Supplier<Names> names;
    private final Clock clock;
    private @Nullable Identity current;
    private @Nullable String unkept;

    /** @param directory where it is kept; made if it is missing */
    AutomaticCertificate(Path directory, KeyType keyType) {
        this(directory, keyType, LocalNames::ofThisMachine, Clock.systemUTC());
    }

    AutomaticCertificate(Path directory, KeyType keyType, Supplier<Names> names, Clock clock) {
        this.directory = directory;
        this.keyType = keyType;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public Identity load() throws IOException {
        Identity kept = kept();
        Names wanted = names.get();
        Identity identity = kept != null && isGood(kept, wanted) ? kept : make(wanted);
        current = identity;
        return identity;
    }

    /** Two large primes are looked for, unless they were found in an earlier run. */
    @Override
    public boolean takesLong() {
        return keyType == KeyType.RSA2048 && !Files.exists(certificateFile());
    }

    @Override
    public @Nullable Identity reloadIfChanged() throws IOException {
        Identity identity = current;
        return identity != null && isGood(identity, names.get()) ? null : load();
    }

    private @Nullable Identity kept() {
        try {
            Destination.finishInterrupted(directory);
            if (!Files.exists(certificateFile()) || !Files.exists(keyFile())) {
                return null;
            }
            return new CertificateLoader(Passphrase.none()).loadIdentity(certificateFile(), keyFile());
        } catch (IOException e) {
            LOGGER.warn("{}; a new certificate is made", e.getMessage());
            return null;
        }
    }

    private boolean isGood(Identity identity, Names wanted) {
        Instant end = identity.certificate().getNotAfter().toInstant();
        return clock.instant().plus(NEAR).isBefore(end) && CertificateNames.cover(identity.certificate(), wanted);
    }

    private Identity make(Names wanted) {
        Identity identity = SelfSigned.issue(CertificateProfile.server(wanted).withKeyType(keyType));
        try {
            keep(identity);
            unkept = null;
        } catch (IOException e) {
            unkept = "in memory only, " + directory + " cannot be written: " + reason(e);
            if (!Thread.currentThread().isInterrupted()) { // as when the server stops while this is written
                LOGGER.warn("certificate: kept {}", unkept);
            }
        }
        return identity;
    }

    /** Without the path, which may be that of a file on its way. */
    private static String reason(IOException e) {
        return e instanceof FileAlreadyExistsException ? "it is no directory" : FileError.reason(e);
    }

    private void keep(Identity identity) throws IOException {
        new Destination(directory, name(), List.of(Format.PEM), IfPresent.REPLACE)
                .write(new Material(identity.key(), identity.chain()));
    }

    private String name() {
        return keyType == KeyType.RSA2048 ? "hellowire-rsa" : "hellowire";
    }

    private Path certificateFile() {
        return directory.resolve(name() + ".pem");
    }

    private Path keyFile() {
        return directory.resolve(name() + "-key.pem");
    }

    @Override
    public String describe() {
        return unkept == null ? certificateFile().toString() : unkept;
    }

    @Override
    public @Nullable Path pemFile() {
        return unkept == null ? certificateFile() : null;
    }
}
