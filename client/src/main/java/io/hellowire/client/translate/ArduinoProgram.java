package io.hellowire.client.translate;

import io.hellowire.client.output.CertificatesFile;
import java.util.ArrayList;
import java.util.List;

/** The request as a sketch for the ESP32's Arduino core. */
final class ArduinoProgram {

    private ArduinoProgram() {}

    static String of(Errand errand) {
        String client = errand.isSecure() ? "WiFiClientSecure" : "WiFiClient";
        List<String> lines = new ArrayList<>();
        lines.add("#include <WiFi.h>");
        if (errand.isSecure()) {
            lines.add("#include <WiFiClientSecure.h>");
        }
        lines.add("");
        if (errand.holdsRoots()) {
            lines.add("static const char ROOT[] = R\"(" + CertificatesFile.pem(errand.roots()) + ")\";");
            lines.add("");
        }
        lines.add("void setup() {");
        lines.add("  Serial.begin(115200);");
        lines.add("  WiFi.begin(\"your network\", \"its password\");");
        lines.add("  while (WiFi.status() != WL_CONNECTED) delay(100);");
        lines.add("");
        lines.add("  " + client + " client;");
        if (errand.isSecure()) {
            lines.add(
                    errand.holdsRoots()
                            ? "  client.setCACert(ROOT);"
                            : "  client.setInsecure();  // " + errand.whyUnverified());
        }
        lines.add("  if (!client.connect(" + Literals.string(errand.host()) + ", "
                + errand.target().port() + ")) {");
        lines.add("    Serial.println(\"not connected\");");
        lines.add("    return;");
        lines.add("  }");
        lines.add("  static const uint8_t request[] =");
        lines.add("      " + String.join("\n      ", Literals.c(errand.request().bytes())) + ";");
        lines.add("  client.write(request, sizeof(request) - 1);");
        lines.add("  int left = " + errand.bytes() + ";");
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
