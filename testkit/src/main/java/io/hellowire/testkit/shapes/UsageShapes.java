package io.hellowire.testkit.shapes;

import static io.hellowire.testkit.shapes.Shapes.HOST;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;

/** What a certificate may be used for, how long, and what else it says. */
final class UsageShapes {

    private static final ASN1ObjectIdentifier UNKNOWN = new ASN1ObjectIdentifier("1.2.3.4");
    private static final ASN1ObjectIdentifier TLS_FEATURE = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1.24");

    private UsageShapes() {}

    private static Draft ok() {
        return Draft.server().dns(HOST);
    }

    static void addTo(Shapes shapes) {
        purposes(shapes);
        usages(shapes);
        times(shapes);
        rest(shapes);
    }

    private static void purposes(Shapes shapes) {
        shapes.signed("eku-none", ok().without(Extension.extendedKeyUsage));
        shapes.signed("eku-any", ok().purposes(KeyPurposeId.anyExtendedKeyUsage));
        shapes.signed("eku-both", ok().purposes(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth));
        shapes.signed("eku-client", ok().purposes(KeyPurposeId.id_kp_clientAuth));
        shapes.signed("eku-code", ok().purposes(KeyPurposeId.id_kp_codeSigning));
        shapes.signed(
                "eku-client-crit",
                ok().with(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth)));
        shapes.self("self-eku-client", ok().purposes(KeyPurposeId.id_kp_clientAuth));
        shapes.self("self-eku-any", ok().purposes(KeyPurposeId.anyExtendedKeyUsage));
    }

    private static void usages(Shapes shapes) {
        int certificates = KeyUsage.keyCertSign;
        shapes.signed("ku-none", Draft.plain().dns(HOST));
        shapes.signed("ku-ka", ok().usage(KeyUsage.keyAgreement));
        shapes.signed("ku-nr", ok().usage(KeyUsage.nonRepudiation));
        shapes.signed("ku-ke-rsa", ok().key("RSA 2048").usage(KeyUsage.keyEncipherment));
        shapes.signed("ku-ds-ka-rsa", ok().key("RSA 2048").usage(KeyUsage.digitalSignature | KeyUsage.keyAgreement));
        shapes.signed("ku-certsign", ok().usage(certificates));
        shapes.signed("ku-noncrit", ok().with(Extension.keyUsage, false, new KeyUsage(KeyUsage.digitalSignature)));
        shapes.signed("leaf-catrue", ok().isAuthority().usage(KeyUsage.digitalSignature | certificates));
        shapes.signed("bc-noncrit", ok().with(Extension.basicConstraints, false, new BasicConstraints(false)));
        shapes.signed("bc-none", ok().without(Extension.basicConstraints));
        shapes.self("self-ca", ok().isAuthority().usage(KeyUsage.digitalSignature | certificates));
        shapes.self("self-leaf", ok());
        shapes.self("self-bare", Draft.plain().dns(HOST));
        shapes.self("self-ku-certsign", Draft.plain().dns(HOST).isAuthority().usage(certificates));
        shapes.self("self-ku-ka", ok().usage(KeyUsage.keyAgreement));
        shapes.self(
                "self-tutorial",
                "127.0.0.1",
                Draft.plain()
                        .key("RSA 2048")
                        .dns("127.0.0.1")
                        .ip("127.0.0.1")
                        .usage(KeyUsage.digitalSignature | KeyUsage.keyAgreement)
                        .purposes(KeyPurposeId.id_kp_serverAuth));
        shapes.self("self-other", Draft.server().dns("other.test"));
    }

    private static void times(Shapes shapes) {
        shapes.signed("expired", ok().days(30, -1));
        shapes.signed("future", ok().days(-2, 30));
        shapes.signed("na-before-nb", ok().days(-2, -10));
        shapes.signed("d826", ok().days(1, 825));
        shapes.signed("d3650", ok().days(1, 3649));
        shapes.self("self-expired", ok().days(30, -1));
        shapes.self("self-future", ok().days(-2, 30));
    }

    private static void rest(Shapes shapes) {
        shapes.signed("crit-unknown", ok().with(UNKNOWN, true, DERNull.INSTANCE));
        shapes.signed("noncrit-unknown", ok().with(UNKNOWN, false, DERNull.INSTANCE));
        shapes.signed("must-staple", ok().with(TLS_FEATURE, false, new DERSequence(new ASN1Integer(5))));
        shapes.signed(
                "policies",
                ok().with(
                                Extension.certificatePolicies,
                                true,
                                new CertificatePolicies(new PolicyInformation(UNKNOWN))));
        shapes.self("self-crit-unknown", ok().with(UNKNOWN, true, DERNull.INSTANCE));
        shapes.signed("serial0", ok().serial(BigInteger.ZERO));
        shapes.signed("serial21", ok().serial(BigInteger.ONE.shiftLeft(165)));
        shapes.signed("serial-long", ok().serial(BigInteger.ONE.shiftLeft(318)));
    }
}
