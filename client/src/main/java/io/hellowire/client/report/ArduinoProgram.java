package io.hellowire.client.report;

import io.hellowire.certs.write.CertificatesPem;
import java.util.ArrayList;
import java.util.List;

/** The request as a sketch for the ESP32's Arduino core. */
final class ArduinoProgram {

    private ArduinoProgram() {}

    static String of(ProgramTask task) {
        String client = task.isSecure() ? "WiFiClientSecure" : "WiFiClient";
        List<String> lines = new ArrayList<>();
        lines.add("#include <WiFi.h>");
        if (task.isSecure()) {
            lines.add("#include <WiFiClientSecure.h>");
        }
        lines.add("");
        if (task.holdsRoots()) {
            lines.add("static const char ROOT[] = R\"(" + CertificatesPem.of(task.roots()) + ")\";");
            lines.add("");
        }
        lines.add("void setup() {");
        lines.add("  Serial.begin(115200);");
        lines.add("  WiFi.begin(\"your network\", \"its password\");");
        lines.add("  while (WiFi.status() != WL_CONNECTED) delay(100);");
        lines.add("");
        lines.add("  " + client + " client;");
        if (task.isSecure()) {
            lines.add(
                    task.holdsRoots()
                            ? "  client.setCACert(ROOT);"
                            : "  client.setInsecure();  // " + task.whyUnverified());
        }
        lines.add("  if (!client.connect(" + Literals.string(task.host()) + ", "
                + task.target().port() + ")) {");
        lines.add("    Serial.println(\"not connected\");");
        lines.add("    return;");
        lines.add("  }");
        lines.add("  static const uint8_t request[] =");
        lines.add("      " + String.join("\n      ", Literals.c(task.request().bytes())) + ";");
        lines.add("  client.write(request, sizeof(request) - 1);");
        lines.add("  int left = " + task.bytes() + ";");
        lines.add("  while (left > 0 && (client.connected() || client.available())) {");
        lines.add("    if (client.available()) {");
        lines.add("      Serial.write(client.read());");
        lines.add("      left--;");
        lines.add("    }");
        lines.add("  }");
        lines.add("  client.stop();");
        lines.add("}");
        lines.add("");
        lines.add("void loop() {}");
        return String.join("\n", lines) + "\n";
    }
}
