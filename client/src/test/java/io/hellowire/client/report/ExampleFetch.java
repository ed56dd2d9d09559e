package io.hellowire.client.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.certs.inspect.CertificateFacts;
import io.hellowire.certs.inspect.CertificateFacts.Encoding;
import io.hellowire.certs.inspect.CertificateFacts.Issuer;
import io.hellowire.certs.inspect.CertificateFacts.ValidityPeriod;
import io.hellowire.certs.inspect.ExtensionFacts;
import io.hellowire.certs.inspect.Inspection.Inspected;
import io.hellowire.certs.inspect.KeyFacts;
import io.hellowire.certs.inspect.SerialNumber;
import io.hellowire.certs.inspect.SubjectNames;
import io.hellowire.certs.inspect.Usages;
import io.hellowire.certs.read.AlternativeName;
import io.hellowire.certs.read.KeyIdentifiers;
import io.hellowire.client.FetchReport;
import io.hellowire.client.Transfer;
import io.hellowire.client.Transfer.ConnectionFacts;
import io.hellowire.client.Transfer.ProxyFacts;
import io.hellowire.client.connect.Arrival;
import io.hellowire.client.connect.Attempt;
import io.hellowire.client.connect.Attempt.Result;
import io.hellowire.client.connect.ConnectProblem;
import io.hellowire.client.connect.Route;
import io.hellowire.client.exchange.ExampleResponse;
import io.hellowire.client.exchange.ExchangeFacts;
import io.hellowire.client.exchange.Request;
import io.hellowire.client.exchange.Request.TargetForm;
import io.hellowire.client.exchange.RequestOptions;
import io.hellowire.client.exchange.Response;
import io.hellowire.client.exchange.Tunnel;
import io.hellowire.client.resolve.DnsExchange;
import io.hellowire.client.resolve.DnsExchange.ResourceRecord;
import io.hellowire.client.resolve.Resolution;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.Span;
import io.hellowire.client.tls.ChainCertificate;
import io.hellowire.client.tls.Finding;
import io.hellowire.client.tls.NameCheck;
import io.hellowire.client.tls.PeerVerdict;
import io.hellowire.client.tls.PeerVerdict.Trust;
import io.hellowire.client.tls.PinnedKey;
import io.hellowire.client.tls.TlsFacts;
import io.hellowire.client.tls.TlsFacts.Agreed;
import io.hellowire.client.tls.TlsFacts.Hello;
import io.hellowire.client.url.MalformedUrlException;
import io.hellowire.client.url.Target;
import io.netty.buffer.Unpooled;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Two fetches whose every number is fixed, so that the report about them can be compared letter by letter. */
final class ExampleFetch {

    private static final Instant STARTED = Instant.parse("2026-11-22T06:42:45Z");
    private static final long MICRO = 1000;

    private ExampleFetch() {}

    /** A page of example.com, whose first address is dead from here. */
    static FetchReport successful() throws MalformedUrlException, UnknownHostException, InterruptedException {
        Target target = Target.parse("https://example.com/");
        InetAddress v6 = InetAddress.getByName("2001:db8:21f:cb07::1");
        InetAddress v4 = InetAddress.getByName("192.0.2.14");
        InetAddress other = InetAddress.getByName("192.0.2.15");
        Resolution resolution = new Resolution(
                "example.com",
                "example.com",
                "system resolver, in its own order",
                List.of(v6, v4, other),
                List.of(),
                span(0, 12_400),
                null);
        List<Attempt> attempts = List.of(
                new Attempt(
                        "[2001:db8:21f:cb07::1]:443",
                        new InetSocketAddress(v6, 443),
                        span(12_400, 12_700),
                        Result.FAILED,
                        new ConnectProblem("network_unreachable", "network unreachable (no IPv6 route here)"),
                        null),
                new Attempt(
                        "192.0.2.14:443",
                        new InetSocketAddress(v4, 443),
                        span(12_700, 34_600),
                        Result.CONNECTED,
                        null,
                        "192.168.1.20:51544"),
                new Attempt("192.0.2.15:443", new InetSocketAddress(other, 443), null, Result.NOT_TRIED, null, null));
        PeerVerdict verdict = new PeerVerdict(
                List.of(),
                List.of(
                        certificate(
                                "CN=example.com",
                                "CN=Example Issuing CA 3",
                                new KeyFacts("EC", 256, "P-256"),
                                "2027-01-15",
                                true),
                        certificate(
                                "CN=Example Issuing CA 3",
                                "CN=Example Root G2",
                                new KeyFacts("RSA", 2048, null),
                                "2030-09-23",
                                true),
                        certificate(
                                "CN=Example Root G2",
                                "CN=Example Root G2",
                                new KeyFacts("RSA", 4096, null),
                                "2038-01-15",
                                false)),
                new Trust(List.of(), "144 roots of this Java"),
                new NameCheck("example.com", "DNS:example.com", null),
                null,
                List.of(),
                true);
        TlsFacts tls = new TlsFacts(
                new Hello("TLSv1.2 to TLSv1.3", "example.com", "BoringSSL"),
                new Agreed("TLSv1.3", "TLS_AES_128_GCM_SHA256", "x25519", "http/1.1"),
                verdict,
                null,
                span(34_600, 58_100),
                Duration.ofNanos(400 * MICRO),
                null);
        Transfer transfer = new Transfer(
                target,
                new ConnectionFacts(
                        new Route(target.host(), 443, null, null), resolution, attempts, span(12_400, 34_600), null),
                ProxyFacts.NONE,
                tls,
                new ExchangeFacts(request(target), span(58_100, 58_200), response(), null, null, null),
                span(0, 83_000),
                null);
        return new FetchReport("https://example.com/", STARTED, List.of(transfer), "BoringSSL", null);
    }

    /** A device whose certificate has its address as a DNS name only. */
    static FetchReport failed() throws MalformedUrlException {
        Target target = Target.parse("https://192.0.2.41/");
        Finding name = new Finding(
                "address_written_as_dns_name",
                "the certificate has no IP address entry for 192.0.2.41; DNS:192.0.2.41, an address written as a"
                        + " name, does not count (RFC 9525)",
                "make a certificate with a subject alternative name IP:192.0.2.41");
        Finding trust = new Finding(
                "self_signed",
                "the certificate is self-signed, and not one of the 144 roots of this Java",
                "pass the certificate itself with --cacert FILE");
        PeerVerdict verdict = new PeerVerdict(
                List.of(),
                List.of(certificate(
                        "CN=192.0.2.41", "CN=192.0.2.41", new KeyFacts("RSA", 2048, null), "2027-11-22", true)),
                new Trust(List.of(trust), "144 roots of this Java"),
                new NameCheck("192.0.2.41", null, name),
                null,
                List.of(),
                true);
        Failure failure = Failure.of(
                        Phase.TLS, ExitCode.PEER_CERTIFICATE, name.kind(), name.words() + "; and " + trust.words())
                .hint(name.fix())
                .hint(trust.fix())
                .hint("-k continues anyway");
        TlsFacts tls = new TlsFacts(
                new Hello("TLSv1.2 to TLSv1.3", null, "BoringSSL"),
                Agreed.only("x25519"),
                verdict,
                null,
                span(4_200, 35_200),
                Duration.ZERO,
                failure);
        Attempt attempt = new Attempt(
                "192.0.2.41:443",
                new InetSocketAddress("192.0.2.41", 443),
                span(0, 4_200),
                Result.CONNECTED,
                null,
                "192.0.2.20:40102");
        Resolution literal =
                new Resolution("192.0.2.41", "192.0.2.41", "address literal", List.of(), List.of(), null, null);
        Transfer transfer = new Transfer(
                target,
                new ConnectionFacts(
                        new Route(target.host(), 443, null, null), literal, List.of(attempt), span(0, 4_200), null),
                ProxyFacts.NONE,
                tls,
                null,
                span(0, 35_300),
                failure);
        return new FetchReport("https://192.0.2.41/", STARTED, List.of(transfer), "BoringSSL", failure);
    }

    /** One that has something in every block: questions to a DNS server, a proxy, oddities, chunks and trailers. */
    static FetchReport everything() throws MalformedUrlException, UnknownHostException, InterruptedException {
        FetchReport plain = successful();
        Transfer usual = Objects.requireNonNull(plain.last());
        TlsFacts tls = Objects.requireNonNull(usual.tls());
        PeerVerdict verdict = Objects.requireNonNull(tls.verdict());
        Finding oddity = new Finding(
                "wrong_order",
                "certificate 3 sent is not the issuer of number 2: accepted here, refused by some small devices",
                "put the server's own first");
        PeerVerdict odd = new PeerVerdict(
                verdict.received(),
                verdict.chain(),
                verdict.trust(),
                verdict.name(),
                verdict.pinProblem(),
                List.of(oddity),
                verdict.enforced());
        TlsFacts oddTls =
                new TlsFacts(tls.hello(), tls.agreed(), odd, tls.alert(), tls.span(), tls.judging(), tls.failure());
        Tunnel tunnel = new Tunnel(
                List.of("CONNECT example.com:443 HTTP/1.1", "Host: example.com:443"),
                List.of("HTTP/1.1 200 Connection established"),
                span(58_100, 58_100),
                null,
                null);
        Transfer transfer = new Transfer(
                usual.target(),
                new ConnectionFacts(
                        new Route(usual.target().host(), 443, null, "no proxy, since no_proxy names example.com"),
                        questions(Objects.requireNonNull(usual.connection().resolution())),
                        usual.connection().attempts(),
                        usual.connection().span(),
                        null),
                new ProxyFacts(oddTls, tunnel),
                oddTls,
                new ExchangeFacts(request(usual.target()), span(58_100, 58_200), oddResponse(), null, null, null),
                usual.span(),
                null);
        return new FetchReport(plain.url(), STARTED, List.of(transfer, usual), "BoringSSL", null);
    }

    private static Resolution questions(Resolution resolution) {
        List<DnsExchange> exchanges = List.of(
                new DnsExchange(
                        "example.com",
                        "AAAA",
                        "[2001:db8::53]:53",
                        "NOERROR",
                        List.of(new ResourceRecord(
                                "example.com.", "CNAME", Duration.ofSeconds(86_400), "a-long-name.edge.example.net.")),
                        span(0, 12_000)),
                new DnsExchange("example.com", "A", null, "timeout", List.of(), span(0, 12_400)));
        return new Resolution(
                resolution.query(),
                resolution.asked(),
                "DNS server [2001:db8::53]:53, asked for both kinds at once",
                resolution.addresses(),
                exchanges,
                resolution.span(),
                null);
    }

    private static Response oddResponse() throws InterruptedException {
        String text = "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\r\nX-Space : 1\r\n\r\n"
                + "5;a=b\r\nHello\r\n0\r\nX-Checksum: abc\r\n\r\nmore than that";
        return ExampleResponse.of(
                new Arrival.Bytes(Unpooled.copiedBuffer(text, ISO_8859_1), 81_100 * MICRO),
                new Arrival.End(83_200 * MICRO));
    }

    private static Request request(Target target) {
        return Request.of(RequestOptions.defaults(), target, "hellowire/0.1.0", TargetForm.ORIGIN, List.of());
    }

    private static Response response() throws InterruptedException {
        String page = "<!doctype html>\n<html lang=\"en\">\n<title>Example</title>\n<p>Hello from example.com.\n";
        String text = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\nContent-Length: 391\r\n"
                + "Connection: close\r\n\r\n" + page;
        return ExampleResponse.of(
                new Arrival.Bytes(Unpooled.copiedBuffer(text, ISO_8859_1), 81_100 * MICRO),
                new Arrival.Bytes(Unpooled.copiedBuffer(".".repeat(391 - page.length()), ISO_8859_1), 83_000 * MICRO),
                new Arrival.CloseNotify(83_100 * MICRO),
                new Arrival.End(83_200 * MICRO));
    }

    private static ChainCertificate certificate(
            String subject, String issuer, KeyFacts key, String notAfter, boolean sent) {
        List<String> names = subject.equals("CN=example.com") ? List.of("example.com", "www.example.com") : List.of();
        CertificateFacts facts = new CertificateFacts(
                subject,
                names(subject.equals("CN=192.0.2.41") ? List.of("192.0.2.41") : names),
                new Issuer(
                        issuer, new SerialNumber(BigInteger.valueOf(0x0a1b)), "SHA256withRSA", subject.equals(issuer)),
                new ValidityPeriod(Instant.parse("2026-10-17T00:00:00Z"), Instant.parse(notAfter + "T00:00:00Z")),
                key,
                new ExtensionFacts(
                        Set.of(), Set.of(), !sent, null, null, new KeyIdentifiers(null, null), new Usages(null, null)),
                new Encoding("00", null));
        return new ChainCertificate(new Inspected(facts, List.of()), new PinnedKey("AA=="), sent);
    }

    private static SubjectNames names(List<String> dnsNames) {
        return new SubjectNames(
                dnsNames.stream()
                        .map(name -> new AlternativeName(AlternativeName.DNS, name))
                        .toList(),
                true,
                List.of(),
                true);
    }

    private static Span span(long fromMicros, long toMicros) {
        return new Span(fromMicros * MICRO, toMicros * MICRO);
    }
}
