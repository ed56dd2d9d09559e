package io.hellowire.client.report;

import io.hellowire.certs.write.CertificatesPem;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** The request as a program for MicroPython, which runs under Python 3, too. */
final class MicroPythonProgram {

    private MicroPythonProgram() {}

    static String of(ProgramTask task) {
        List<String> lines = new ArrayList<>();
        lines.add("# For MicroPython 1.22 or newer; Python 3 runs it, too.");
        if (task.holdsRoots()) {
            lines.add("import binascii");
        }
        lines.add("import socket");
        if (task.isSecure()) {
            lines.add("import ssl");
        }
        lines.add("");
        if (task.holdsRoots()) {
            lines.addAll(roots(task.roots()));
        }
        lines.add("host, port = " + Literals.string(task.host()) + ", "
                + task.target().port());
        lines.add("ai = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)");
        lines.add("print(\"Address information:\", ai)");
        lines.add("s = socket.socket(ai[0][0], socket.SOCK_STREAM)  # the family, or IPv6 addresses fail");
        lines.add("s.connect(ai[0][-1])");
        if (task.isSecure()) {
            lines.addAll(task.holdsRoots() ? verifyingTls() : unverifyingTls(task));
        }
        lines.add(
                "stream = s if hasattr(s, \"readline\") else s.makefile(\"rwb\")  # MicroPython's sockets are streams");
        Literals.python(task.request().bytes()).forEach(piece -> lines.add("stream.write(b" + piece + ")"));
        lines.add("if stream is not s:");
        lines.add("    stream.flush()");
        lines.add("print(\"Response:\")");
        lines.add("print(stream.read(" + task.bytes() + "), \"...\")");
        lines.add("s.close()");
        return String.join("\n", lines) + "\n";
    }

    /** In the program itself, so that nothing else has to be converted and copied to the device. */
    private static List<String> roots(List<X509Certificate> roots) {
        List<String> lines = new ArrayList<>();
        lines.add("# The certificates to trust, in base64. What is inside is DER: MicroPython reads no PEM.");
        lines.add("ROOTS = (");
        for (X509Certificate root : roots) {
            CertificatesPem.body(root).lines().forEach(line -> lines.add("    b\"" + line + "\""));
            lines.set(lines.size() - 1, lines.get(lines.size() - 1) + ",");
        }
        lines.add(")");
        lines.add("");
        return lines;
    }

    private static List<String> verifyingTls() {
        return List.of(
                "context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)",
                "context.verify_mode = ssl.CERT_REQUIRED  # MicroPython verifies nothing without this line",
                "for root in ROOTS:",
                "    context.load_verify_locations(cadata=binascii.a2b_base64(root))",
                "# Certificates have dates: if the device does not know the time, first: import ntptime; ntptime.settime()",
                "s = context.wrap_socket(s, server_hostname=host)");
    }

    private static List<String> unverifyingTls(ProgramTask task) {
        return List.of(
                "context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)",
                "if hasattr(context, \"check_hostname\"):",
                "    context.check_hostname = False",
                "context.verify_mode = ssl.CERT_NONE  # " + task.whyUnverified(),
                "s = context.wrap_socket(s, server_hostname=host)");
    }
}
