package io.hellowire.client.report;

import io.hellowire.client.url.Host;
import java.util.ArrayList;
import java.util.List;

/** The request as input of openssl's s_client, which knows TLS and leaves HTTP to whoever types. */
final class OpensslProgram {

    private OpensslProgram() {}

    /** @throws IllegalArgumentException if no TLS is wanted */
    static String of(ProgramTask task) {
        if (!task.isSecure()) {
            throw new IllegalArgumentException(
                    "--as: openssl for " + task.target().url() + " (expected: an https URL, since openssl is for TLS)");
        }
        List<String> lines = new ArrayList<>();
        lines.add("{");
        Literals.printf(task.request().bytes()).forEach(piece -> lines.add("    printf %b " + piece));
        lines.add("} | openssl s_client -quiet " + String.join(" ", options(task)));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> options(ProgramTask task) {
        boolean named = task.target().host() instanceof Host.Name;
        List<String> options = new ArrayList<>();
        options.add("-connect");
        options.add(Literals.shell(
                task.target().host().inHostField() + ":" + task.target().port()));
        options.add(named ? "-servername " + Literals.shell(task.host()) : "-noservername");
        if (task.verified()) {
            options.add("-verify_return_error");
            options.add((named ? "-verify_hostname " : "-verify_ip ") + Literals.shell(task.host()));
        }
        if (task.caFile() != null) {
            options.add("-CAfile " + Literals.shell(task.caFile().toString()));
        }
        return options;
    }
}
