package io.hellowire.certs.cli;

import io.hellowire.certs.CertificateFileException;
import io.hellowire.certs.CertificateLoader;
import io.hellowire.certs.Identity;
import io.hellowire.certs.Passphrase;
import io.hellowire.certs.Trust;
import io.hellowire.certs.inspect.Evidence;
import io.hellowire.certs.read.Contents;
import io.hellowire.certs.write.Material;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the files of a command line hold together: a key with its chain, only certificates or only a key.
 *
 * @param material the parts, which belong together
 * @param certificates all certificates of the files, the one that a server would show first
 * @param warnings what the loader had to say about them
 */
record Input(Material material, List<X509Certificate> certificates, List<String> warnings) {

    static Input load(List<Path> files, Passphrase passphrase) throws CertificateFileException {
        CertificateLoader loader = new CertificateLoader(passphrase);
        List<PrivateKey> keys = new ArrayList<>();
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        for (Path file : files) {
            Contents contents = loader.loadContents(file);
            keys.addAll(contents.keys());
            certificates.addAll(contents.certificates());
        }
        if (keys.isEmpty()) {
            Trust trust = loader.loadTrust(files);
            return new Input(
                    new Material(null, trust.roots()),
                    Evidence.serversFirst(List.copyOf(certificates)),
                    trust.warnings());
        }
        if (certificates.isEmpty() && keys.size() == 1) {
            return new Input(new Material(keys.get(0), List.of()), List.of(), List.of());
        }
        Identity identity = loader.loadToJudge(files);
        Set<X509Certificate> all = new LinkedHashSet<>(identity.chain());
        all.addAll(certificates);
        return new Input(new Material(identity.key(), identity.chain()), List.copyOf(all), identity.warnings());
    }
}
