package io.hellowire.testkit.shapes;

import static io.hellowire.testkit.shapes.Shapes.HOST;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;

/** What a certificate is for, in every way to write it. */
final class NameShapes {

    private static final int EMAIL = 1;
    private static final int DNS = 2;
    private static final int DIRECTORY = 4;
    private static final int URI = 6;
    private static final int ADDRESS = 7;
    private static final int REGISTERED = 8;

    private NameShapes() {}

    static void addTo(Shapes shapes) {
        commonNames(shapes);
        addresses(shapes);
        wildcards(shapes);
        spellings(shapes);
        malformed(shapes);
    }

    private static Draft names(String... dnsNames) {
        return Draft.server().dns(dnsNames);
    }

    private static void commonNames(Shapes shapes) {
        Draft withoutNames = Draft.server().subject("CN=dev.test");
        shapes.signed("nosan-cn", withoutNames);
        shapes.signed("nosan-cn-other", "other.test", Draft.server().subject("CN=dev.test"));
        shapes.signed("nosan-cn-ip", "127.0.0.1", Draft.server().subject("CN=127.0.0.1"));
        shapes.signed("nosan-cn-wild", "a.dev.test", Draft.server().subject("CN=*.dev.test"));
        shapes.signed("nosan-2cn", Draft.server().subject("CN=dev.test,CN=other.test"));
        shapes.signed("nosan-2cn-last", Draft.server().subject("CN=other.test,CN=dev.test"));
        shapes.signed("nosan-nocn", Draft.server().subject("O=dev.test"));
        shapes.signed(
                "san-email-cn", Draft.server().subject("CN=dev.test").name(EMAIL, new DERIA5String("me@dev.test")));
        shapes.signed(
                "san-uri-cn", Draft.server().subject("CN=dev.test").name(URI, new DERIA5String("https://dev.test/")));
        shapes.signed("san-dir-cn", Draft.server().subject("CN=dev.test").name(DIRECTORY, new X500Name("CN=dev.test")));
        shapes.signed(
                "san-rid-cn",
                Draft.server().subject("CN=dev.test").name(REGISTERED, new ASN1ObjectIdentifier("1.2.3.4")));
        shapes.signed("san-ip-cn", Draft.server().subject("CN=dev.test").ip("127.0.0.1"));
        shapes.signed("san-dns-cn", names("other.test").subject("CN=dev.test"));
        shapes.signed("san-dns-cn-ip", "127.0.0.1", names("other.test").subject("CN=127.0.0.1"));
        shapes.signed(
                "san-empty",
                Draft.server().subject("CN=dev.test").with(Extension.subjectAlternativeName, false, new DERSequence()));
        shapes.signed("uri-beside", names(HOST).name(URI, new DERIA5String("https://other.test/")));
        shapes.signed("email-beside", names(HOST).name(EMAIL, new DERIA5String("me@other.test")));
        shapes.signed("crit-san", names(HOST).subject(""));
        shapes.signed("cn64", names(HOST).subject("CN=" + "c".repeat(64)));
        shapes.signed(
                "san500",
                names(IntStream.range(0, 500).mapToObj(i -> "n" + i + ".test").toArray(String[]::new))
                        .dns(HOST));
    }

    private static void addresses(Shapes shapes) {
        shapes.signed("ip-san", "127.0.0.1", Draft.server().ip("127.0.0.1"));
        shapes.signed("ip-san-other", "127.0.0.1", Draft.server().ip("127.0.0.2"));
        shapes.signed("ip-dns-only", "127.0.0.1", names("127.0.0.1"));
        shapes.signed("ip-both", "127.0.0.1", names("127.0.0.1").ip("127.0.0.1"));
        shapes.signed("ip-beside-name", "127.0.0.1", names(HOST).ip("127.0.0.1"));
        shapes.signed("ip6-san", "::1", Draft.server().ip("::1"));
        shapes.signed("ip6-dns-only", "::1", names("::1"));
        shapes.signed("ip-mapped", "127.0.0.1", Draft.server().name(ADDRESS, new byte[] {
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1
        }));
        shapes.signed("ip-text", "127.0.0.1", Draft.server().name(ADDRESS, "127.0.0.1".getBytes(UTF_8)));
        shapes.signed("ip-mask", "127.0.0.1", Draft.server().name(ADDRESS, new byte[] {127, 0, 0, 1, -1, -1, -1, -1}));
    }

    private static void wildcards(Shapes shapes) {
        shapes.signed("wild", "a.dev.test", names("*.dev.test"));
        shapes.signed("wild-deep", "a.b.dev.test", names("*.dev.test"));
        shapes.signed("wild-bare", names("*.dev.test"));
        shapes.signed("wild-tld", names("*.test"));
        shapes.signed("wild-all", names("*"));
        shapes.signed("wild-dot", "device", names("*."));
        shapes.signed("wild-partial", "dx.dev.test", names("d*.dev.test"));
        shapes.signed("wild-end", "xd.dev.test", names("*d.dev.test"));
        shapes.signed("wild-amid", "axd.dev.test", names("a*d.dev.test"));
        shapes.signed("wild-twice", "a.b.test", names("*.*.test"));
        shapes.signed("wild-second", "a.b.test", names("a.*.test"));
        shapes.signed("wild-stars", "a.dev.test", names("**.dev.test"));
        shapes.signed("wild-self", "a.dev.test", names("a.dev.test", "*.other.test"));
        shapes.signed("wild-upper", "a.dev.test", names("*.DEV.TEST"));
        shapes.signed("wild-idn", "xn--bcher-kva.dev.test", names("*.dev.test"));
        shapes.signed("wild-idn-partial", "xn--bcher-kva.dev.test", names("xn--*.dev.test"));
        shapes.signed("wild-underscore", "my_a.dev.test", names("*.dev.test"));
        shapes.signed("wild-over-underscore", "a.my_dev.test", names("*.my_dev.test"));
        shapes.signed("wild-hyphen", "a-b.dev.test", names("*.dev.test"));
        shapes.signed("wild-ip", "127.0.0.1", names("*.0.0.1"));
        shapes.signed("wild-last-dot", "a.dev.test", names("*.dev.test."));
    }

    private static void spellings(Shapes shapes) {
        shapes.signed("ok", names(HOST));
        shapes.signed("other", names("other.test"));
        shapes.signed("below", names("a.dev.test"));
        shapes.signed("above", "a.dev.test", names(HOST));
        shapes.signed("upper", names("DEV.TEST"));
        shapes.signed("single", "device", names("device"));
        shapes.signed("idn", "xn--bcher-kva.test", names("xn--bcher-kva.test"));
        shapes.signed("dot-san", names("dev.test."));
        shapes.signed("dot-lead", names(".test"));
        shapes.signed("dots-twice", names("dev..test", HOST));
        shapes.signed("underscore", "my_dev.test", names("my_dev.test"));
        shapes.signed("underscore-first", "_dev.test", names("_dev.test"));
        shapes.signed("hyphen-first", "-dev.test", names("-dev.test"));
        shapes.signed("hyphen-last", "dev-.test", names("dev-.test"));
        shapes.signed("hyphens", "a--b.test", names("a--b.test"));
        shapes.signed("numeric", "1.test", names("1.test"));
        shapes.signed("longlabel", "a".repeat(63) + ".test", names("a".repeat(63) + ".test"));
    }

    private static void malformed(Shapes shapes) {
        byte[] utf8 = "b\u00fccher.test".getBytes(UTF_8);
        shapes.signed("idn-u", "xn--bcher-kva.test", Draft.server().name(DNS, utf8));
        shapes.signed("idn-u-beside", names(HOST).name(DNS, utf8));
        shapes.signed("nul", names("dev.test\0.evil.test"));
        shapes.signed("nul-beside", names(HOST, "dev.test\0.evil.test"));
        shapes.signed("space", names(" dev.test"));
        shapes.signed("space-beside", names(HOST, "not a name"));
        shapes.signed("empty-beside", names("", HOST));
        shapes.signed("ip-bad5", names(HOST).name(ADDRESS, new byte[] {127, 0, 0, 1, 1}));
        shapes.signed("ip-bad3", names(HOST).name(ADDRESS, new byte[] {127, 0, 0}));
        shapes.signed("ip-bad0", names(HOST).name(ADDRESS, new byte[0]));
        shapes.signed("uri-bad", names(HOST).name(URI, new DERIA5String("http://a b/")));
        shapes.signed("uri-none", names(HOST).name(URI, new DERIA5String("dev")));
        shapes.signed("email-bad", names(HOST).name(EMAIL, new DERIA5String("me")));
    }
}
