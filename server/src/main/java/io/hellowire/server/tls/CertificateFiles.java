package io.hellowire.server.tls;

import io.hellowire.certs.CertificateLoader;
import io.hellowire.certs.Identity;
import io.hellowire.certs.Passphrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A certificate from the user's files, read again when their content changes. Certificate and key are often written one
 * after the other, so a pair that does not fit is looked at a second time before it is called broken.
 */
final class CertificateFiles implements CertificateSource {

    private static final byte[] UNREADABLE = {};
    private static final Pattern PEM_NAME = Pattern.compile("\\.(pem|crt|cer)$");

    private final List<Path> files;
    private final CertificateLoader loader;
    private byte[] loaded = UNREADABLE;
    private byte[] refused = UNREADABLE;
    private byte @Nullable [] suspect;

    /**
     * @param files that hold the key and its chain, in any format and order; at least one
     * @param passphrase of those that are encrypted
     */
    CertificateFiles(List<Path> files, Passphrase passphrase) {
        this.files = List.copyOf(files);
        this.loader = new CertificateLoader(passphrase);
    }

    @Override
    public Identity load() throws IOException {
        byte[] content = contentDigest();
        Identity identity = loader.loadIdentity(files);
        loaded = content;
        return identity;
    }

    @Override
    public @Nullable Identity reloadIfChanged() throws IOException {
        byte[] content = contentDigest();
        if (Arrays.equals(content, loaded) || Arrays.equals(content, refused)) {
            suspect = null;
            return null;
        }
        boolean settled = Arrays.equals(content, suspect);
        suspect = content;
        return reload(content, settled);
    }

    private @Nullable Identity reload(byte[] content, boolean settled) throws IOException {
        try {
            Identity identity = loader.loadIdentity(files);
            if (!Arrays.equals(content, contentDigest())) {
                return null;
            }
            loaded = content;
            return identity;
        } catch (IOException e) {
            if (!settled) {
                return null;
            }
            refused = content;
            throw e;
        }
    }

    private byte[] contentDigest() {
        MessageDigest digest = sha256();
        for (Path file : files) {
            try {
                digest.update(Files.readAllBytes(file));
            } catch (IOException e) {
                digest.update((byte) 0); // it may be missing for a moment while it is replaced
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String describe() {
        return files.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    @Override
    public @Nullable Path pemFile() {
        return files.stream()
                .filter(file -> PEM_NAME.matcher(file.toString()).find())
                .findFirst()
                .orElse(null);
    }
}
