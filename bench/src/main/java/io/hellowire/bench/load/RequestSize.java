package io.hellowire.bench.load;

import java.util.ArrayList;
import java.util.List;

/** How much a client says about itself in each request head. */
public enum RequestSize {
    /** As curl does it: 80 bytes. */
    CURL("""
            User-Agent: curl/7.88.1
            Accept: */*"""),
    /** As a browser does it when one types an address: about 750 bytes. */
    BROWSER("""
            Connection: keep-alive
            sec-ch-ua: "Chromium";v="146", "Not-A.Brand";v="24"
            sec-ch-ua-mobile: ?0
            sec-ch-ua-platform: "Linux"
            Upgrade-Insecure-Requests: 1
            User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36
            Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8
            Sec-Fetch-Site: none
            Sec-Fetch-Mode: navigate
            Sec-Fetch-User: ?1
            Sec-Fetch-Dest: document
            Accept-Encoding: gzip, deflate, br, zstd
            Accept-Language: en-US,en;q=0.9""");

    private final String fields;

    RequestSize(String fields) {
        this.fields = fields;
    }

    /** The field lines after {@code Host}. */
    public List<String> fields() {
        return fields.lines().toList();
    }

    /** A whole request head with these fields. */
    public String head() {
        List<String> lines = new ArrayList<>(List.of("GET / HTTP/1.1", "Host: 127.0.0.1:8080"));
        lines.addAll(fields());
        return String.join("\r\n", lines) + "\r\n\r\n";
    }
}
