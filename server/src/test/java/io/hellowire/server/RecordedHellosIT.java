package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.tls.CertificateSource;
import io.hellowire.server.tls.TlsOptions;
import io.hellowire.server.tls.TlsOptions.ClientAuthentication;
import io.hellowire.server.tls.TlsProvider;
import io.hellowire.server.tls.TlsTerms;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What small and old clients say first, and what they are answered. The hellos of MicroPython and BearSSL were recorded
 * from the programs; that of axTLS is put together as its source does it, those of the SIM800 and of PHP 5 with OpenSSL
 * 0.9.8 from what their makers say they offer.
 */
class RecordedHellosIT {

    private static final String RANDOM = "00".repeat(32);

    /** MicroPython 1.22.2, unix port, Mbed TLS 2: no GCM, and ECDHE with ECDSA only. */
    private static final String MICROPYTHON_1_22 =
            "160301008a0100008603036b0dca69ca3c77ae0bee216bfb7dd4e0c4741b3061c979"
                    + "a082ebb7e6fa38378f000012c024c00ac023c009003d0035003c002f00ff0100004b00000011000f00000c31302e33392e34302e31"
                    + "3638000d001600140603060105030501040304010303030102030201000a0012001000190018001700160015001400130012000b00"
                    + "020100";

    /** MicroPython 1.28, unix port, Mbed TLS 3.6. */
    private static final String MICROPYTHON_1_28 =
            "160303008c0100008803036b0dca696ec810948af447c7a94f8e40db7793f95e1aae"
                    + "47145f9a07675fa58f000026c02cc030c024c028c00ac014c02bc02fc023c027c009c013009d003d0035009c003c002f00ff010000"
                    + "3900000011000f00000c31302e33392e34302e313638000a00080006001700180019000d000e000c060306010503050104030401000b"
                    + "00020100";

    /** BearSSL 0.6, the full client, with a buffer for records of 4096 bytes, which it asks for. */
    private static final String BEARSSL =
            "16030100d1010000cd030300000000543caeb36ee7e4f83df0ed6cadc7627823c092cc5487050421"
                    + "f420f500005acca9cca8c02bc02fc02cc030c0acc0adc0aec0afc023c027c024c028c009c013c00ac014c02dc031c02ec032c025c0"
                    + "29c026c02ac004c00ec005c00f009c009dc09cc09dc0a0c0a1003c003d002f0035c008c012c003c00d000a0100004aff0100010000"
                    + "00000e000c0000096465762e6c6f63616c0001000104000d001600140403030305030603020304010301050106010201000a000a00"
                    + "08001700180019001d000b00020100";

    /** axTLS 2 on an ESP8266: key exchange with RSA alone. */
    private static final String AXTLS = hello("0303", "003d003c0035002f", "000d000a00080601050104010201");

    /** SIM800: TLS 1.0 and the suites of its time, without extensions. */
    private static final String SIM800 = hello("0301", "002f003500050004000a", "");

    /** PHP 5.3 with OpenSSL 0.9.8: TLS 1.0. */
    private static final String OLD_PHP = hello("0301", "00390038003500160013000a00330032002f00050004", "");

    @TempDir
    private Path directory;

    private static String hello(String version, String suites, String extensions) {
        String after = extensions.isEmpty() ? "" : length(extensions, 2) + extensions;
        String body = version + RANDOM + "00" + length(suites, 2) + suites + "0100" + after;
        String message = "01" + length(body, 3) + body;
        return "160301" + length(message, 2) + message;
    }

    private static String length(String hexadecimal, int bytes) {
        return HexFormat.of().toHexDigits(hexadecimal.length() / 2, 2 * bytes);
    }

    static Stream<Arguments> whoIsServed() {
        return Stream.of(
                Arguments.of("MicroPython 1.22", MICROPYTHON_1_22, TlsTerms.modern(), "c009"),
                Arguments.of("MicroPython 1.28", MICROPYTHON_1_28, TlsTerms.modern(), "c02b"),
                Arguments.of("BearSSL", BEARSSL, TlsTerms.modern(), "c02b"),
                Arguments.of("axTLS", AXTLS, TlsTerms.legacy(), "002f"),
                Arguments.of("SIM800", SIM800, TlsTerms.legacy(), "002f"),
                Arguments.of("old PHP", OLD_PHP, TlsTerms.legacy(), "002f"));
    }

    @ParameterizedTest(name = "{0} gets {3}")
    @MethodSource("whoIsServed")
    void agreesOnASuite(String client, String hello, TlsTerms terms, String suite) throws IOException {
        try (TestServer server = TestServer.in(directory, options -> on(options, terms))) {
            assertThat(suiteOf(answer(server, hello))).isEqualTo(suite);
        }
    }

    static Stream<Arguments> whoIsNot() {
        String exchange = "the client knows key exchange with RSA only, without forward secrecy"
                + " (--tls-profile legacy serves it)";
        String version = "the client speaks TLSv1, we TLSv1.2, TLSv1.3";
        return Stream.of(
                Arguments.of("axTLS", AXTLS, "28", exchange),
                Arguments.of("SIM800", SIM800, "46", version),
                Arguments.of("old PHP", OLD_PHP, "46", version));
    }

    @ParameterizedTest(name = "{0} gets alert {2}")
    @MethodSource("whoIsNot")
    void saysWhatDidNotFit(String client, String hello, String alert, String reason) throws IOException {
        try (TestServer server = TestServer.in(directory, options -> on(options, TlsTerms.modern()))) {
            assertThat(answer(server, hello)).startsWith("15").endsWith("02" + alert);
            assertThat(server.journal()).contains(reason);
        }
    }

    @Test
    void aClientThatAsksForSmallRecordsIsPromisedThem() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            assertThat(answer(server, BEARSSL)).contains("0001000104");
        }
    }

    @Test
    void aClientWithRsaOnlyMeetsAnEcKey() throws IOException {
        TlsOptions ecOnly = TlsOptions.with(CertificateSource.automatic(directory));
        String rsaOnly = hello("0303", "c02fc030c014", "000d0006000404010201" + "000a00040002001d");
        try (TestServer server = TestServer.in(directory, TestServer.tls(ecOnly))) {
            assertThat(answer(server, rsaOnly)).endsWith("0228");
            assertThat(server.journal())
                    .contains("the client takes certificates with an RSA key only, ours has an EC P-256 key");
        }
    }

    @Test
    void aClientThatSpeaksHttp2OnlyIsToldSo() throws IOException {
        String onlyHttp2 = hello("0303", "c02bc02f", "00100005000302" + "6832");
        try (TestServer server = TestServer.in(directory)) {
            assertThat(answer(server, onlyHttp2)).isEqualTo("15030300020278");
            assertThat(server.journal()).contains("no common application protocol: the client speaks h2, we http/1.1");
        }
    }

    private ServerOptions on(ServerOptions options, TlsTerms terms) {
        TlsOptions both = new TlsOptions(
                CertificateSource.automaticOfBothKinds(directory),
                TlsProvider.AUTO,
                List.of(),
                ClientAuthentication.NEED,
                terms);
        return TestServer.tls(both).apply(options);
    }

    /** The first record of the answer, in hexadecimal. */
    private static String answer(TestServer server, String hello) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.httpsPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(HexFormat.of().parseHex(hello));
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] header = in.readNBytes(5);
            byte[] content = in.readNBytes((header[3] & 0xFF) << 8 | (header[4] & 0xFF));
            return HexFormat.of().formatHex(header) + HexFormat.of().formatHex(content);
        }
    }

    /** Out of a ServerHello: after its head, version, random and session id (RFC 5246 section 7.4.1.3). */
    private static String suiteOf(String record) {
        assertThat(record).matches("16.{8}02.*");
        int sessionId = 2 * (5 + 4 + 2 + 32);
        int suite = sessionId + 2 + 2 * Integer.parseInt(record.substring(sessionId, sessionId + 2), 16);
        return record.substring(suite, suite + 4);
    }
}
