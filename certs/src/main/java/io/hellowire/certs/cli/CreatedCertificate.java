package io.hellowire.certs.cli;

import io.hellowire.certs.Identity;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.Purpose;
import io.hellowire.certs.issue.Validity;
import io.hellowire.cli.ShellWord;
import io.hellowire.cli.Tool;
import io.hellowire.wire.text.AddressText;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that was made, told to the person who wanted it.
 *
 * @param identity what was made
 * @param profile after what
 * @param files where it is
 * @param authority the directory of the authority that signed it, or {@code null} if it signed itself
 */
record CreatedCertificate(
        Identity identity,
        CertificateProfile profile,
        List<Path> files,
        @Nullable Path authority) {

    CreatedCertificate {
        files = List.copyOf(files);
    }

    Report report() {
        Report report =
                new Report(heading()).files(files).names(profile.names()).certificate(identity.certificate());
        if (authority != null && Validity.of(identity.certificate()).days() < Validity.DEFAULT_DAYS) {
            report.note("it expires no later than the authority that signed it");
        }
        Notes.aboutProfile(report, profile);
        sayWhatIsNext(report);
        return report;
    }

    private String heading() {
        String what = profile.purpose() == Purpose.CLIENT ? "client" : "server";
        return authority == null
                ? "Created a self-signed " + what + " certificate: " + profile.subject()
                : "Created a " + what + " certificate: " + profile.subject() + ", signed by "
                        + identity.certificate().getIssuerX500Principal();
    }

    private void sayWhatIsNext(Report report) {
        Path pem = files.get(0);
        if (!pem.toString().endsWith(".pem")) {
            return;
        }
        Path key = files.get(1);
        String trusted = ShellWord.of(authority == null ? pem : new AuthorityFiles(authority).certificate());
        if (profile.purpose() == Purpose.CLIENT) {
            report.next("curl --cert " + ShellWord.of(pem) + " --key " + ShellWord.of(key) + " https://...");
            return;
        }
        report.next(Tool.SERVER.typed() + " --cert " + ShellWord.of(pem) + " --key " + ShellWord.of(key));
        report.next("curl --cacert " + trusted + " https://" + host(profile.names()) + ":8443/");
    }

    /** The name most worth trying: an address that others reach, else any address, else a DNS name. */
    private static String host(Names names) {
        return names.addresses().stream()
                .min(Comparator.comparing(InetAddress::isLoopbackAddress)
                        .thenComparing(address -> address instanceof Inet6Address))
                .map(CreatedCertificate::inUrl)
                .orElseGet(() -> names.dnsNames().get(0).replace("*", "www"));
    }

    private static String inUrl(InetAddress address) {
        String text = AddressText.of(address);
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }
}
