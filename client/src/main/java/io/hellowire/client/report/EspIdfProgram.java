package io.hellowire.client.report;

import io.hellowire.certs.write.CertificatesPem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The request as C for ESP-IDF, by way of esp_tls, which does plain TCP, too. */
final class EspIdfProgram {

    private EspIdfProgram() {}

    static String of(ProgramTask task) {
        boolean embedded = task.holdsRoots();
        List<String> lines = new ArrayList<>();
        lines.add("#include <stdio.h>");
        lines.add("#include <string.h>");
        lines.add("#include \"esp_tls.h\"");
        lines.add("#include \"esp_crt_bundle.h\"");
        lines.add("");
        if (embedded) {
            lines.add("static const char ROOT[] =");
            lines.add(CertificatesPem.of(task.roots())
                            .lines()
                            .map(line -> "    \"" + line + "\\n\"")
                            .collect(Collectors.joining("\n"))
                    + ";");
            lines.add("");
        }
        lines.add("static const char REQUEST[] =");
        lines.add("    " + String.join("\n    ", Literals.c(task.request().bytes())) + ";");
        lines.add("");
        lines.add("// Call this once the network is up.");
        lines.add("void fetch(void) {");
        lines.add("    static const char host[] = " + Literals.string(task.host()) + ";");
        lines.add("    esp_tls_cfg_t config = {");
        lines.add("        " + trust(task, embedded));
        lines.add("        .timeout_ms = 30000,");
        lines.add("    };");
        lines.add("    esp_tls_t *tls = esp_tls_init();");
        lines.add("    if (tls == NULL || esp_tls_conn_new_sync(host, strlen(host), "
                + task.target().port() + ", &config, tls) != 1) {");
        lines.add("        printf(\"not connected\\n\");");
        lines.add("        esp_tls_conn_destroy(tls);");
        lines.add("        return;");
        lines.add("    }");
        lines.add("    size_t sent = 0;");
        lines.add("    while (sent < sizeof(REQUEST) - 1) {");
        lines.add("        ssize_t n = esp_tls_conn_write(tls, REQUEST + sent, sizeof(REQUEST) - 1 - sent);");
        lines.add("        if (n <= 0) break;");
        lines.add("        sent += n;");
        lines.add("    }");
        lines.add("    char buffer[256];");
        lines.add("    int left = " + task.bytes() + ";");
        lines.add("    while (left > 0) {");
        lines.add("        size_t want = left < (int) sizeof(buffer) ? (size_t) left : sizeof(buffer);");
        lines.add("        ssize_t n = esp_tls_conn_read(tls, buffer, want);");
        lines.add("        if (n <= 0) break;");
        lines.add("        fwrite(buffer, 1, n, stdout);");
        lines.add("        left -= n;");
        lines.add("    }");
        lines.add("    esp_tls_conn_destroy(tls);");
        lines.add("}");
        return String.join("\n", lines) + "\n";
    }

    private static String trust(ProgramTask task, boolean embedded) {
        if (!task.isSecure()) {
            return ".is_plain_tcp = true,";
        }
        if (embedded) {
            return ".cacert_buf = (const unsigned char *) ROOT, .cacert_bytes = sizeof(ROOT),";
        }
        return task.verified()
                ? ".crt_bundle_attach = esp_crt_bundle_attach,"
                : ".skip_common_name = true,  // also needs CONFIG_ESP_TLS_INSECURE and"
                        + " CONFIG_ESP_TLS_SKIP_SERVER_CERT_VERIFY";
    }
}
