package io.hellowire.client.report;

import java.util.ArrayList;
import java.util.List;

/** The request as a program for Python 3, with nothing but its own library. */
final class PythonProgram {

    private PythonProgram() {}

    static String of(ProgramTask task) {
        List<String> lines = new ArrayList<>();
        lines.add("import socket");
        if (task.isSecure()) {
            lines.add("import ssl");
        }
        lines.add("");
        lines.add("host, port = " + Literals.string(task.host()) + ", "
                + task.target().port());
        lines.add("print(\"Address information:\", socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))");
        lines.add("s = socket.create_connection((host, port), timeout=30)");
        if (task.isSecure()) {
            lines.addAll(tls(task));
        }
        lines.add("s.sendall(");
        Literals.python(task.request().bytes()).forEach(piece -> lines.add("    b" + piece));
        lines.add(")");
        lines.add("response = b\"\"");
        lines.add("while len(response) < " + task.bytes() + ":");
        lines.add("    piece = s.recv(" + task.bytes() + " - len(response))");
        lines.add("    if not piece:");
        lines.add("        break");
        lines.add("    response += piece");
        lines.add("print(\"Response:\")");
        lines.add("print(response.decode(\"utf-8\", \"backslashreplace\"))");
        lines.add("s.close()");
        return String.join("\n", lines) + "\n";
    }

    private static List<String> tls(ProgramTask task) {
        List<String> lines = new ArrayList<>();
        String file = task.caFile() == null
                ? ""
                : "cafile=" + Literals.string(task.caFile().toString());
        lines.add("context = ssl.create_default_context(" + file + ")");
        if (!task.verified()) {
            lines.add("context.check_hostname = False  # anybody may be at the other end");
            lines.add("context.verify_mode = ssl.CERT_NONE");
        }
        lines.add("s = context.wrap_socket(s, server_hostname=host)");
        return lines;
    }
}
