package io.hellowire.testkit.shapes;

import static io.hellowire.testkit.shapes.Shapes.HOST;

import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Ways from a server's certificate to a root, sound and broken. */
final class ChainShapes {

    private final Shapes shapes;

    private ChainShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    static void addTo(Shapes shapes) {
        ChainShapes chains = new ChainShapes(shapes);
        chains.sound();
        chains.intermediates();
        chains.roots();
        chains.broken();
    }

    private static Draft ok() {
        return Draft.server().dns(HOST);
    }

    private void sound() {
        SignedCertificate root = shapes.root();
        SignedCertificate middle = Draft.authority("Middle").signedBy(root);
        SignedCertificate lower = Draft.authority("Lower").signedBy(middle);
        SignedCertificate leaf = ok().signedBy(middle);
        SignedCertificate unrelated = Draft.authority("Unrelated")
                .signedBy(Draft.authority("Elsewhere").selfSigned());
        shapes.add("chain", HOST, List.of(leaf, middle), root);
        shapes.add("chain-root", HOST, List.of(leaf, middle, root), root);
        shapes.add("chain-two", HOST, List.of(ok().signedBy(lower), lower, middle), root);
        shapes.add("chain-order", HOST, List.of(ok().signedBy(lower), middle, lower), root);
        shapes.add("chain-extra", HOST, List.of(leaf, unrelated, middle), root);
        SignedCertificate unsent = Draft.authority("Middle that is not sent").signedBy(root);
        shapes.add("chain-missing", HOST, List.of(ok().signedBy(unsent)), root);
        shapes.add("chain-middle-trusted", HOST, List.of(leaf), middle);
    }

    private void through(String name, Draft draft) {
        SignedCertificate middle =
                draft.subject("CN=" + name).key(Keys.of(name)).signedBy(shapes.root());
        shapes.add(name, HOST, List.of(ok().signedBy(middle), middle), shapes.root());
    }

    private void intermediates() {
        through("int-cafalse", Draft.authority("").notAuthority());
        through("int-nobc", Draft.authority("").without(Extension.basicConstraints));
        through("int-expired", Draft.authority("").days(30, -1));
        through("int-future", Draft.authority("").days(-2, 30));
        through("int-noku", Draft.authority("").usage(KeyUsage.digitalSignature));
        through("int-noku-ext", Draft.authority("").without(Extension.keyUsage));
        through("int-eku-client", Draft.authority("").purposes(KeyPurposeId.id_kp_clientAuth));
        through("int-eku-server", Draft.authority("").purposes(KeyPurposeId.id_kp_serverAuth));
        through("int-eku-any", Draft.authority("").purposes(KeyPurposeId.anyExtendedKeyUsage));
        through(
                "int-crit-unknown",
                Draft.authority("").with(new ASN1ObjectIdentifier("1.2.3.4"), true, DERNull.INSTANCE));
        SignedCertificate upper = Draft.authority("No more below").pathLength(0).signedBy(shapes.root());
        SignedCertificate lower = Draft.authority("One too many").signedBy(upper);
        shapes.add("int-pathlen", HOST, List.of(ok().signedBy(lower), lower, upper), shapes.root());
        shapes.add("int-pathlen-ok", HOST, List.of(ok().signedBy(upper), upper), shapes.root());
    }

    private void under(String name, Draft draft) {
        SignedCertificate root = draft.subject("CN=" + name).key(Keys.of(name)).selfSigned();
        shapes.add(name, HOST, List.of(ok().signedBy(root)), root);
    }

    private void roots() {
        under("root-expired", Draft.authority("").days(30, -1));
        under("root-future", Draft.authority("").days(-2, 30));
        under("root-cafalse", Draft.authority("").notAuthority());
        under("root-nobc", Draft.authority("").without(Extension.basicConstraints));
        under(
                "root-bare",
                Draft.authority("").without(Extension.basicConstraints).without(Extension.keyUsage));
        under("root-noku", Draft.authority("").usage(KeyUsage.digitalSignature));
        under("root-noku-ext", Draft.authority("").without(Extension.keyUsage));
        under("root-eku-client", Draft.authority("").purposes(KeyPurposeId.id_kp_clientAuth));
        under("root-pathlen0", Draft.authority("").pathLength(0));
        under("root-noids", Draft.authority("").withoutIdentifiers());
        under(
                "root-crit-unknown",
                Draft.authority("").with(new ASN1ObjectIdentifier("1.2.3.4"), true, DERNull.INSTANCE));
        SignedCertificate root = Draft.authority("root-pathlen").pathLength(0).selfSigned();
        SignedCertificate middle = Draft.authority("Below pathlen").signedBy(root);
        shapes.add("root-pathlen", HOST, List.of(ok().signedBy(middle), middle), root);
    }

    private void broken() {
        SignedCertificate root = shapes.root();
        shapes.signed(
                "aki-bad",
                ok().with(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[20])));
        shapes.signed("noids", ok().withoutIdentifiers());
        shapes.add("sig-bad", HOST, List.of(ok().signedBy(root).withBrokenSignature()), root);
        SignedCertificate middle = Draft.authority("Middle broken").signedBy(root);
        shapes.add("int-sig-bad", HOST, List.of(ok().signedBy(middle), middle.withBrokenSignature()), root);
        SignedCertificate namesake = Draft.authority("Shapes").key("P-384").selfSigned();
        shapes.add("foreign-ca", HOST, List.of(ok().signedBy(namesake)), root);
        shapes.add("foreign-ca-noids", HOST, List.of(ok().withoutIdentifiers().signedBy(namesake)), root);
        SignedCertificate stranger = Draft.authority("Stranger").selfSigned();
        shapes.add("foreign", HOST, List.of(ok().signedBy(stranger)), root);
        shapes.add("foreign-sent", HOST, List.of(ok().signedBy(stranger), stranger), root);
        SignedCertificate self = ok().subject("CN=nobody's").selfSigned();
        shapes.add("self-foreign", HOST, List.of(self), root);
        SignedCertificate sameName = Draft.authority("Twice").key("P-384").selfSigned();
        shapes.add("same-name", HOST, List.of(ok().subject("CN=Twice").signedBy(sameName)), root);
    }
}
