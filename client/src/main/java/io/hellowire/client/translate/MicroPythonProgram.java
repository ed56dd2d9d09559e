package io.hellowire.client.translate;

import java.util.ArrayList;
import java.util.List;

/** The request as a program for MicroPython, which runs under Python 3, too. */
final class MicroPythonProgram {

    private MicroPythonProgram() {}

    static String of(Errand errand) {
        List<String> lines = new ArrayList<>();
        lines.add("import socket");
        if (errand.isSecure()) {
            lines.add("import ssl");
        }
        lines.add("");
        lines.add("host, port = " + Literals.string(errand.host()) + ", "
                + errand.target().port());
        lines.add("ai = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)");
        lines.add("print(\"Address information:\", ai)");
        lines.add("s = socket.socket(ai[0][0], socket.SOCK_STREAM)  # the family, or IPv6 addresses fail");
        lines.add("s.connect(ai[0][-1])");
        if (errand.isSecure()) {
            lines.addAll(tls(errand));
        }
        lines.add("stream = s.makefile(\"rwb\") if hasattr(s, \"makefile\") else s");
        Literals.python(errand.request().bytes()).forEach(piece -> lines.add("stream.write(b" + piece + ")"));
        lines.add("if hasattr(stream, \"flush\"):");
        lines.add("    stream.flush()");
        lines.add("print(\"Response:\")");
        lines.add("print(stream.read(" + errand.bytes() + "), \"...\")");
        lines.add("s.close()");
        return String.join("\n", lines) + "\n";
    }

    private static List<String> tls(Errand errand) {
        List<String> lines = new ArrayList<>();
        lines.add("context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)");
        if (errand.verified() && errand.caFile() != null) {
            lines.add("context.load_verify_locations("
                    + Literals.string(errand.caFile().toString()) + ")  # copy the file to the device first");
        } else {
            lines.add("if hasattr(context, \"check_hostname\"):");
            lines.add("    context.check_hostname = False");
            lines.add("context.verify_mode = ssl.CERT_NONE  # verifies nothing: use --cacert to have it in here");
        }
        lines.add("s = context.wrap_socket(s, server_hostname=host)");
        return lines;
    }
}
