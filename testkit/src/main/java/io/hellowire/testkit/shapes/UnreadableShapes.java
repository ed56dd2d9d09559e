package io.hellowire.testkit.shapes;

import static io.hellowire.testkit.shapes.Shapes.HOST;

import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;

/** What some libraries do not even read, and others accept. */
final class UnreadableShapes {

    private UnreadableShapes() {}

    static void addTo(Shapes shapes) {
        empty(shapes);
        explicit(shapes);
        shapes.signed("serial-negative", ok().serial(BigInteger.valueOf(-5)));
    }

    private static Draft ok() {
        return Draft.server().dns(HOST);
    }

    private static void empty(Shapes shapes) {
        SignedCertificate nameless = Draft.authority("nameless").subject("").selfSigned();
        shapes.add("issuer-empty", HOST, List.of(ok().signedBy(nameless)), nameless);
        SignedCertificate self = ok().subject("").selfSigned();
        shapes.add("self-nameless", HOST, List.of(self), self);
        SignedCertificate leaf = ok().sign(new X500Name(""), shapes.root().key());
        shapes.add("issuer-unsaid", HOST, List.of(leaf), shapes.root());
        shapes.signed(
                "subject-empty",
                Draft.server().subject("").with(Extension.subjectAlternativeName, false, Draft.dnsName(HOST)));
    }

    private static void explicit(Shapes shapes) {
        shapes.signed("key-explicit", ok().key("explicit").explicitCurve());
        shapes.self("self-explicit", ok().key("explicit").explicitCurve());
        SignedCertificate root = Draft.authority("CA explicit").explicitCurve().selfSigned();
        shapes.add("ca-explicit", HOST, List.of(ok().signedBy(root)), root);
        SignedCertificate middle =
                Draft.authority("Middle explicit").explicitCurve().signedBy(shapes.root());
        shapes.add("int-explicit", HOST, List.of(ok().signedBy(middle), middle), shapes.root());
    }
}
