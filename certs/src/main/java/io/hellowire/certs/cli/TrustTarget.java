package io.hellowire.certs.cli;

import io.hellowire.certs.inspect.SerialNumber;
import io.hellowire.cli.Tool;
import java.util.Locale;

/** Whom one makes trust a certificate, and how. */
enum TrustTarget {
    DEBIAN("Debian, Ubuntu: curl, wget, OpenSSL, Python's ssl, Go, ...", """
            sudo cp {file} /usr/local/share/ca-certificates/{alias}.crt
            sudo update-ca-certificates
            undo: sudo rm /usr/local/share/ca-certificates/{alias}.crt && sudo update-ca-certificates --fresh
            """),
    FEDORA("Fedora, RHEL: the same there", """
            sudo cp {file} /etc/pki/ca-trust/source/anchors/{alias}.crt
            sudo update-ca-trust extract
            undo: sudo rm /etc/pki/ca-trust/source/anchors/{alias}.crt && sudo update-ca-trust extract
            """),
    MACOS("macOS: Safari, Chrome, curl", """
            sudo security add-trusted-cert -d -r {result} -k /Library/Keychains/System.keychain {file}
            undo: sudo security remove-trusted-cert -d {file}
            """),
    WINDOWS("Windows, as administrator: Edge, Chrome, curl", """
            certutil -addstore -f ROOT "{path}"
            undo: certutil -delstore ROOT {serial}
            """),
    CHROME("Chrome, Chromium on Linux (certutil is in libnss3-tools or nss-tools)", """
            mkdir -p ~/.pki/nssdb
            certutil -d sql:$HOME/.pki/nssdb -A -t {flags} -n {alias} -i {file}
            undo: certutil -d sql:$HOME/.pki/nssdb -D -n {alias}
            """),
    FIREFOX("Firefox, which has a store of its own in each profile", """
            Settings > Privacy & Security > View Certificates > Authorities > Import, or close it and run
            certutil -d sql:PROFILE -A -t C,, -n {alias} -i {file}
            where about:support shows PROFILE as "Profile Directory"
            """),
    JAVA("Java: a store for one program, or for all that this Java runs", """
            keytool -importcert -noprompt -alias {alias} -file {file} -keystore trust.p12 -storepass changeit
            java -Djavax.net.ssl.trustStore=trust.p12 -Djavax.net.ssl.trustStorePassword=changeit ...
            or: sudo keytool -importcert -noprompt -alias {alias} -file {file} -cacerts -storepass changeit
            undo: sudo keytool -delete -alias {alias} -cacerts -storepass changeit
            """),
    ANDROID("Android", """
            adb push {file} /sdcard/Download/{alias}.crt
            then on the device: Settings > Security > Encryption & credentials > Install a certificate > CA certificate
            Chrome trusts it then; an app does if its network security config names user certificates
            """),
    IOS("iOS, iPadOS", """
            Send {file} to the device (AirDrop, mail, or a web page), open it there, then
            Settings > General > VPN & Device Management > install the profile, then
            Settings > General > About > Certificate Trust Settings > switch it on
            """),
    MICROPYTHON("MicroPython 1.22 or newer, which reads DER and no PEM", """
            {certs} convert {file} -o ca.der && mpremote cp ca.der :
            import ssl      # before, if the device does not know the time: import ntptime; ntptime.settime()
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            context.verify_mode = ssl.CERT_REQUIRED      # without this line nothing is verified
            context.load_verify_locations(cafile="ca.der")
            sock = context.wrap_socket(sock, server_hostname="192.168.1.7")
            """),
    ESP_IDF("ESP-IDF", """
            cp {file} main/ca.pem, and in main/CMakeLists.txt: idf_component_register(... EMBED_TXTFILES ca.pem)
            extern const char ca_pem[] asm("_binary_ca_pem_start");
            esp_http_client_config_t config = {.url = "https://192.168.1.7:8443/", .cert_pem = ca_pem};
            """),
    CURL("Just this once", """
            curl --cacert {file} https://...
            SSL_CERT_FILE={file} python3 ...      (OpenSSL and what is built on it)
            NODE_EXTRA_CA_CERTS={file} node ...
            """);

    private final String title;
    private final String steps;

    TrustTarget(String title, String steps) {
        this.title = title;
        this.steps = steps;
    }

    String title() {
        return title;
    }

    /** What to type or to tap, one line each. */
    String steps(TrustedFile file) {
        return steps.replace("{file}", file.word())
                .replace("{path}", file.path().toString())
                .replace("{alias}", file.alias())
                .replace("{flags}", file.chromiumTrust())
                .replace("{result}", file.isAuthority() ? "trustRoot" : "trustAsRoot")
                .replace("{certs}", Tool.CERTS.typed())
                .replace("{serial}", SerialNumber.of(file.certificate()).text());
    }

    /** The name on the command line, such as {@code esp-idf}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
