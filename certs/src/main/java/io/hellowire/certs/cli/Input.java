package io.hellowire.certs.cli;

import io.hellowire.certs.CertificateFileException;
import io.hellowire.certs.CertificateLoader;
import io.hellowire.certs.Identity;
import io.hellowire.certs.Passphrase;
import io.hellowire.certs.Trust;
import io.hellowire.certs.read.Contents;
import io.hellowire.certs.write.Material;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;

/**
 * What the files of a command line hold together: a key with its chain, only certificates or only a key.
 *
 * @param material the parts, which belong together
 * @param warnings what the loader had to say about them
 */
record Input(Material material, List<String> warnings) {

    static Input load(List<Path> files, Passphrase passphrase) throws CertificateFileException {
        CertificateLoader loader = new CertificateLoader(passphrase);
        List<PrivateKey> keys = new ArrayList<>();
        int certificates = 0;
        for (Path file : files) {
            Contents contents = loader.loadContents(file);
            keys.addAll(contents.keys());
            certificates += contents.certificates().size();
        }
        if (keys.isEmpty()) {
            Trust trust = loader.loadTrust(files);
            return new Input(new Material(null, trust.roots()), trust.warnings());
        }
        if (certificates == 0 && keys.size() == 1) {
            return new Input(new Material(keys.get(0), List.of()), List.of());
        }
        Identity identity = loader.loadIdentity(files);
        return new Input(new Material(identity.key(), identity.chain()), identity.warnings());
    }
}
