package io.hellowire.certs;

import io.hellowire.certs.read.AlternativeName;
import io.hellowire.wire.text.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.X509Certificate;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Collects what the user of a file should know although the file can be used, one line each, file first. */
final class Warnings {

    private static final Duration SOON = Duration.ofDays(14);
    private static final int SMALLEST_RSA_BITS = 2048;

    private final Clock clock;
    private final List<String> lines = new ArrayList<>();

    Warnings(Clock clock) {
        this.clock = clock;
    }

    List<String> lines() {
        return lines;
    }

    void aboutIdentity(List<LoadedFile> loaded, Chain chain) {
        loaded.forEach(this::keyReadableByOthers);
        chain.certificates().forEach(certificate -> validity(fileOf(certificate, loaded), certificate));
        X509Certificate own = chain.certificates().get(0);
        Path ownFile = fileOf(own, loaded);
        withoutNames(ownFile, own);
        shortKey(ownFile, own);
        rareKey(ownFile, own);
        if (chain.sorted()) {
            add(
                    ownFile,
                    "the chain was out of order and has been sorted: "
                            + String.join(
                                    " < ",
                                    chain.certificates().stream()
                                            .map(Chain::name)
                                            .toList()));
        }
        for (X509Certificate certificate : chain.leftOver()) {
            add(fileOf(certificate, loaded), "left out, as it is not in the chain: " + Chain.name(certificate));
        }
    }

    void aboutTrust(LoadedFile loaded) {
        keyReadableByOthers(loaded);
        if (!loaded.contents().keys().isEmpty()) {
            add(loaded.file(), "holds a private key, which is not needed to trust it");
        }
        loaded.contents().certificates().forEach(certificate -> validity(loaded.file(), certificate));
    }

    private void validity(Path file, X509Certificate certificate) {
        Instant now = clock.instant();
        Instant from = certificate.getNotBefore().toInstant();
        Instant to = certificate.getNotAfter().toInstant();
        String name = Chain.name(certificate);
        if (now.isAfter(to)) {
            add(file, name + " expired on " + date(to) + ", " + days(to, now) + " ago");
        } else if (now.isBefore(from)) {
            add(file, name + " is not valid before " + date(from) + ", in " + days(now, from));
        } else if (now.plus(SOON).isAfter(to)) {
            add(file, name + " expires on " + date(to) + ", in " + days(now, to));
        }
    }

    private void withoutNames(Path file, X509Certificate certificate) {
        if (ServingWarnings.isForClientsOnly(certificate)) {
            return; // a server that asks for it looks at its subject, if at anything
        }
        if (!AlternativeName.anyIn(certificate)) {
            add(
                    file,
                    Chain.name(certificate)
                            + " has no subject alternative name: browsers and curl accept it for no host");
        } else if (!AlternativeName.areReadableForJava(certificate)) {
            add(
                    file,
                    Chain.name(certificate)
                            + " has a subject alternative name that Java cannot read, and so accepts it for no host");
        }
    }

    private void shortKey(Path file, X509Certificate certificate) {
        if (certificate.getPublicKey() instanceof RSAKey rsa && rsa.getModulus().bitLength() < SMALLEST_RSA_BITS) {
            add(
                    file,
                    "an RSA key of " + rsa.getModulus().bitLength() + " bits, which most clients refuse (expected: "
                            + SMALLEST_RSA_BITS + " or more)");
        }
    }

    private void rareKey(Path file, X509Certificate certificate) {
        switch (certificate.getPublicKey().getAlgorithm()) {
            case "RSASSA-PSS" -> add(file, "a key for RSA-PSS signatures only, which browsers refuse");
            case "EdDSA" -> {
                if (((EdECKey) certificate.getPublicKey()).getParams().getName().equals("Ed448")) {
                    add(file, "an Ed448 key, which browsers refuse");
                }
            }
            default -> {}
        }
    }

    private void keyReadableByOthers(LoadedFile loaded) {
        if (loaded.contents().keys().isEmpty()) {
            return;
        }
        try {
            if (Files.getPosixFilePermissions(loaded.file()).contains(PosixFilePermission.OTHERS_READ)) {
                add(loaded.file(), "holds a private key and can be read by every user (expected: chmod 600)");
            }
        } catch (UnsupportedOperationException e) {
            // A file system without POSIX permissions: nothing to say.
        } catch (IOException e) {
            add(loaded.file(), "cannot tell who may read it: " + e.getMessage());
        }
    }

    private static Path fileOf(X509Certificate certificate, List<LoadedFile> loaded) {
        return loaded.stream()
                .filter(file -> file.contents().certificates().contains(certificate))
                .findFirst()
                .orElseThrow()
                .file();
    }

    private LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    private static String days(Instant from, Instant to) {
        long days = Duration.between(from, to).toDays();
        return days == 1 ? "1 day" : days + " days";
    }

    private void add(Path file, String what) {
        lines.add(Printable.withLetters(file + ": " + what));
    }
}
