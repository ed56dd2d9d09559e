package io.hellowire.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What becomes of one key in people's files: wrapped, joined, cut, mixed up. */
final class KeyDamage {

    private final String begin;
    private final String end;
    private final List<String> body;
    private final String pem;
    private final Map<String, String> forms = new LinkedHashMap<>();

    /**
     * Prepares it.
     *
     * @param label of the block
     * @param base64 its lines
     */
    KeyDamage(String label, String base64) {
        begin = "-----BEGIN " + label + "-----";
        end = "-----END " + label + "-----";
        body = base64.lines().toList();
        pem = begin + "\n" + base64 + "\n" + end + "\n";
    }

    String encodedTwice() {
        return DamagedKeys.base64(pem);
    }

    /** All forms, by their names. */
    Map<String, String> forms() {
        forms.put("as it is", pem);
        otherLineEnds();
        wrapped();
        otherLabels();
        otherBodies();
        cut();
        return forms;
    }

    private void otherLineEnds() {
        for (String end : List.of(
                "\\n", "\\\\n", "\\r\\n", " ", "  ", "\t", "", "\r", "\r\n", "\n\n", ",", ";", "%0A", "&#10;", "|",
                "\u00a0", "\0")) {
            forms.put("line ends " + end, pem.replace("\n", end));
            forms.put("line ends of the body " + end, begin + "\n" + String.join(end, body) + "\n" + this.end + "\n");
            forms.put("last line end " + end, pem.stripTrailing() + end);
        }
    }

    private void wrapped() {
        String oneLine = pem.replace("\n", "\\n");
        for (String before : List.of(
                "key=",
                "export KEY=",
                "key: ",
                "\"",
                "'",
                "{\"key\":\"",
                "{\"a\":[\"x\", \"",
                "const char *key = \"",
                "KEY = b\"\"\"",
                "  ",
                "\ufeff",
                "\u00ef\u00bb\u00bf",
                "> ",
                "1: ",
                "+",
                "#",
                "<pre>")) {
            String after =
                    before.contains("{") ? "\"}" : before.contains("\"") ? "\"" : before.contains("'") ? "'" : "";
            forms.put("after " + before, before + pem + after);
            forms.put("in one line after " + before, before + oneLine + after);
            forms.put(
                    "each line after " + before,
                    before + pem.stripTrailing().replace("\n", after + "\n" + before) + after);
            forms.put(
                    "each line with its end after " + before,
                    before + pem.stripTrailing().replace("\n", "\\n" + after + "\n" + before) + after);
            forms.put(
                    "each line of the body after " + before,
                    begin + "\n" + before + String.join("\n" + before, body) + "\n" + end);
        }
        forms.put("YAML", "key: |\n    " + pem.replace("\n", "\n    "));
        forms.put("JSON", "{\"private_key\": \"" + oneLine + "\", \"x\": 1}");
        forms.put("C", "\"" + pem.stripTrailing().replace("\n", "\\n\"\n\"") + "\\n\";");
        forms.put("base64", encodedTwice());
        forms.put("base64 in a line", "key=" + encodedTwice());
        forms.put("base64 and more", encodedTwice() + "!");
        forms.put("twice", pem + pem);
        forms.put("without a line end between", pem.stripTrailing() + pem);
    }

    private void otherLabels() {
        for (String label : List.of(
                "CERTIFICATE",
                "RSA PRIVATE KEY",
                "EC PRIVATE KEY",
                "DSA PRIVATE KEY",
                "PRIVATE KEY",
                "ENCRYPTED PRIVATE KEY",
                "OPENSSH PRIVATE KEY",
                "PUBLIC KEY",
                "PKCS7",
                "TRUSTED CERTIFICATE",
                "CERTIFICATE REQUEST",
                "EC PARAMETERS",
                "X",
                "",
                body.get(0))) {
            forms.put("label " + label, replaced(label, label));
            forms.put("label of the end " + label, pem.replace(end, "-----END " + label + "-----"));
            forms.put("a second begin " + label, pem.replace(begin, begin + "\n-----BEGIN " + label + "-----"));
        }
        for (String dashes : List.of("", "-", "----", "------", "\u2014\u2014", "=====")) {
            forms.put("dashes " + dashes, pem.replace("-----", dashes));
        }
        forms.put("no begin", pem.replace(begin + "\n", ""));
        forms.put("no end", pem.replace(end, ""));
        forms.put("neither", String.join("\n", body));
        forms.put("small", pem.replace(begin, begin.toLowerCase(java.util.Locale.ROOT)));
        forms.put("begin in the body's line", pem.replace(begin + "\n", begin));
        forms.put("end in the body's line", pem.replace("\n" + end, end));
        forms.put("end before begin", end + body.get(0) + "\n" + pem);
        forms.put("body in the label", pem.replace("-----\n" + body.get(0), " " + body.get(0) + "-----\n"));
        forms.put("body in the label of the end", pem.replace(end, "-----END " + body.get(0) + "-----"));
        forms.put("body after the end", pem.replace(end, end + body.get(0)));
    }

    private String replaced(String first, String last) {
        return "-----BEGIN " + first + "-----\n" + String.join("\n", body) + "\n-----END " + last + "-----\n";
    }

    private void otherBodies() {
        for (String more : List.of(
                "*",
                "-",
                "=",
                "==",
                ":",
                ": ",
                " ",
                "_",
                "\"",
                "\\",
                "\u00e9",
                "\u001b[31m",
                "-----BEGIN ",
                "-----END ",
                "Proc-Type: 4,ENCRYPTED\n\n",
                "Proc-Type: 4,ENCRYPTED\nDEK-Info: ",
                "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,",
                "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n")) {
            forms.put("before the body " + more, pem.replace(body.get(0), more + body.get(0)));
            forms.put("after its first line " + more, pem.replace(body.get(0), body.get(0) + more));
            forms.put(
                    "inside its first line " + more,
                    pem.replace(
                            body.get(0),
                            body.get(0).substring(0, 20) + more + body.get(0).substring(20)));
            forms.put("after its end " + more, pem.replace("\n" + end, more + "\n" + end));
        }
        for (int i = 0; i < body.size(); i++) {
            List<String> without = new ArrayList<>(body);
            String line = without.remove(i);
            forms.put("without line " + i, begin + "\n" + String.join("\n", without) + "\n" + end + "\n");
            forms.put("twice line " + i, pem.replace(line, line + "\n" + line));
            forms.put(
                    "another letter in line " + i,
                    pem.replace(line, (line.startsWith("B") ? "C" : "B") + line.substring(1)));
        }
    }

    private void cut() {
        for (int length = begin.length(); length < pem.length(); length += 47) {
            forms.put("the first " + length, pem.substring(0, length));
            forms.put("without the first " + length, pem.substring(length));
        }
    }
}
