package io.hellowire.client.translate;

import io.hellowire.client.url.Host;
import java.util.ArrayList;
import java.util.List;

/** The request as input of openssl's s_client, which knows TLS and leaves HTTP to whoever types. */
final class OpensslProgram {

    private OpensslProgram() {}

    /** @throws IllegalArgumentException if no TLS is wanted */
    static String of(Errand errand) {
        if (!errand.isSecure()) {
            throw new IllegalArgumentException("--as: openssl for "
                    + errand.target().url() + " (expected: an https URL, since openssl is for TLS)");
        }
        List<String> lines = new ArrayList<>();
        lines.add("{");
        Literals.printf(errand.request().bytes()).forEach(piece -> lines.add("    printf %b " + piece));
        lines.add("} | openssl s_client -quiet " + String.join(" ", options(errand)));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> options(Errand errand) {
        boolean named = errand.target().host() instanceof Host.Name;
        List<String> options = new ArrayList<>();
        options.add("-connect");
        options.add(Literals.shell(
                errand.target().host().inHostField() + ":" + errand.target().port()));
        options.add(named ? "-servername " + Literals.shell(errand.host()) : "-noservername");
        if (errand.verified()) {
            options.add("-verify_return_error");
            options.add((named ? "-verify_hostname " : "-verify_ip ") + Literals.shell(errand.host()));
        }
        if (errand.caFile() != null) {
            options.add("-CAfile " + Literals.shell(errand.caFile().toString()));
        }
        return options;
    }
}
