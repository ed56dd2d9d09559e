package io.hellowire.testkit.shapes;

import static io.hellowire.testkit.shapes.Shapes.HOST;

import java.util.List;

/** Authorities that may sign some names only, critical (nc) and not (ncn), and what they signed. */
final class ConstraintShapes {

    private static final List<String> NONE = List.of();

    private final Shapes shapes;

    private ConstraintShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    static void addTo(Shapes shapes) {
        new ConstraintShapes(shapes).add();
    }

    private static Draft of(String host) {
        return Draft.server().dns(host);
    }

    private void add() {
        List<String> test = List.of("DNS:test");
        List<String> loopback = List.of("IP:127.0.0.0/8");
        under("nc-ok", true, test, NONE, HOST, of(HOST));
        under("nc-bad", true, test, NONE, "evil.example", of("evil.example"));
        under("nc-one-bad", true, test, NONE, HOST, of(HOST).dns("evil.example"));
        under("nc-itself", true, List.of("DNS:dev.test"), NONE, HOST, of(HOST));
        under("nc-dot", true, List.of("DNS:.test"), NONE, HOST, of(HOST));
        under("nc-suffix", true, List.of("DNS:v.test"), NONE, HOST, of(HOST));
        under("nc-ip-ok", true, loopback, NONE, "127.0.0.1", Draft.server().ip("127.0.0.1"));
        under("nc-ip-bad", true, loopback, NONE, "::1", Draft.server().ip("::1"));
        under(
                "nc-ip-net-bad",
                true,
                List.of("IP:10.0.0.0/8"),
                NONE,
                "127.0.0.1",
                Draft.server().ip("127.0.0.1"));
        under("nc-ip-dns", true, loopback, NONE, HOST, of(HOST));
        under("nc-dns-ip", true, test, NONE, "127.0.0.1", Draft.server().ip("127.0.0.1"));
        under("nc-cn", true, test, NONE, "evil.example", Draft.server().subject("CN=evil.example"));
        under("nc-cn-beside", true, test, NONE, HOST, of(HOST).subject("CN=evil.example"));
        under("nc-wild", true, test, NONE, HOST, of("*.test"));
        under("nc-wild-ok", true, test, NONE, "a.dev.test", of("*.dev.test"));
        under("nc-excl", true, NONE, List.of("DNS:dev.test"), HOST, of(HOST));
        under("nc-excl-other", true, NONE, List.of("DNS:evil.example"), HOST, of(HOST));
        under("nc-excl-ip", true, NONE, loopback, "127.0.0.1", Draft.server().ip("127.0.0.1"));
        under("nc-excl-wild", true, NONE, List.of("DNS:b.dev.test"), "a.dev.test", of("*.dev.test"));
        under("nc-dn-bad", true, List.of("DN:O=Mine"), NONE, HOST, of(HOST).subject("CN=x,O=Theirs"));
        under("ncn-ok", false, test, NONE, HOST, of(HOST));
        under("ncn-bad", false, test, NONE, "evil.example", of("evil.example"));
        under("ncn-ip-bad", false, loopback, NONE, "::1", Draft.server().ip("::1"));
        under("ncn-excl", false, NONE, List.of("DNS:dev.test"), HOST, of(HOST));
        through("int-nc", List.of("DNS:other.test"));
        through("int-nc-ok", test);
    }

    private void under(
            String name, boolean critical, List<String> permitted, List<String> excluded, String host, Draft leaf) {
        SignedCertificate root = Draft.authority("Root " + name)
                .limits(critical, permitted, excluded)
                .selfSigned();
        shapes.add(name, host, List.of(leaf.signedBy(root)), root);
    }

    private void through(String name, List<String> permitted) {
        SignedCertificate middle =
                Draft.authority("Middle " + name).limits(true, permitted, NONE).signedBy(shapes.root());
        shapes.add(name, HOST, List.of(of(HOST).signedBy(middle), middle), shapes.root());
    }
}
