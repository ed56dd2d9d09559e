package io.hellowire.testkit.shapes;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** A certificate as it will be made; each step gives the same draft, changed. Anything is possible that a test can want. */
public final class Draft {

    private static final AtomicLong SERIALS = new AtomicLong(System.nanoTime());

    private X500Name subject;
    private KeyPair key = Keys.of("P-256");
    private String signature = "SHA256";
    private Instant from = Instant.now().minus(Duration.ofDays(1));
    private Instant to = Instant.now().plus(Duration.ofDays(90));
    private BigInteger serial = BigInteger.valueOf(SERIALS.incrementAndGet());
    private boolean explicitCurve;
    private final DraftExtensions extensions = new DraftExtensions();

    private Draft(X500Name subject) {
        this.subject = subject;
    }

    /** The usual server's certificate for no name yet: for servers, to sign handshakes, no authority. */
    public static Draft server() {
        return plain().purposes(KeyPurposeId.id_kp_serverAuth)
                .usage(KeyUsage.digitalSignature)
                .notAuthority();
    }

    /** One without any extension but those that name keys. */
    public static Draft plain() {
        return new Draft(new X500Name("CN=a server"));
    }

    /** An authority with this common name. */
    public static Draft authority(String commonName) {
        return new Draft(new X500Name("CN=" + commonName))
                .with(Extension.basicConstraints, true, new BasicConstraints(true))
                .usage(KeyUsage.keyCertSign | KeyUsage.cRLSign)
                .key(Keys.of("authority of " + commonName));
    }

    /** Its subject, as X.500 text; may be empty. */
    public Draft subject(String name) {
        subject = new X500Name(name);
        return this;
    }

    public Draft key(KeyPair pair) {
        key = pair;
        return this;
    }

    public Draft key(String kind) {
        return key(Keys.of(kind));
    }

    /** What it is signed with, such as {@code SHA256}, or a whole algorithm such as {@code SHA256withRSAandMGF1} */
    public Draft hash(String hash) {
        signature = hash;
        return this;
    }

    /** From so many days ago until in so many days. */
    public Draft days(long ago, long ahead) {
        from = Instant.now().minus(Duration.ofDays(ago));
        to = Instant.now().plus(Duration.ofDays(ahead));
        return this;
    }

    public Draft serial(BigInteger number) {
        serial = number;
        return this;
    }

    public Draft dns(String... dnsNames) {
        for (String name : dnsNames) {
            name(GeneralName.dNSName, new DERIA5String(name));
        }
        return this;
    }

    /** One DNS name as the content of an extension. */
    static GeneralNames dnsName(String name) {
        return new GeneralNames(new GeneralName(GeneralName.dNSName, new DERIA5String(name)));
    }

    public Draft ip(String... addresses) {
        for (String address : addresses) {
            extensions.add(new GeneralName(GeneralName.iPAddress, address));
        }
        return this;
    }

    /** An alternative name of any kind and content. */
    public Draft name(int kind, ASN1Encodable content) {
        extensions.add(new GeneralName(kind, content));
        return this;
    }

    public Draft name(int kind, byte... content) {
        return name(kind, new DEROctetString(content));
    }

    public Draft usage(int bits) {
        return with(Extension.keyUsage, true, new KeyUsage(bits));
    }

    public Draft purposes(KeyPurposeId... purposes) {
        return with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
    }

    public Draft notAuthority() {
        return with(Extension.basicConstraints, true, new BasicConstraints(false));
    }

    public Draft isAuthority() {
        return with(Extension.basicConstraints, true, new BasicConstraints(true));
    }

    public Draft pathLength(int most) {
        return with(Extension.basicConstraints, true, new BasicConstraints(most));
    }

    /** Name constraints; each name is {@code DNS:...} or {@code IP:network/length} or {@code DN:...}. */
    public Draft limits(boolean critical, List<String> permitted, List<String> excluded) {
        return with(Extension.nameConstraints, critical, DraftExtensions.limits(permitted, excluded));
    }

    /** Any extension, in place of one of the same kind that was there. */
    public Draft with(ASN1ObjectIdentifier identifier, boolean critical, ASN1Encodable content) {
        try {
            return with(identifier, critical, content.toASN1Primitive().getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("what is in memory has an encoding", e);
        }
    }

    public Draft with(ASN1ObjectIdentifier identifier, boolean critical, byte[] content) {
        extensions.put(new Extension(identifier, critical, content));
        return this;
    }

    public Draft without(ASN1ObjectIdentifier identifier) {
        extensions.remove(identifier);
        return this;
    }

    /** With the curve of its key written out instead of named (RFC 5480 section 2.1.1 forbids it). */
    public Draft explicitCurve() {
        explicitCurve = true;
        return this;
    }

    /** Without the two extensions that name keys. */
    public Draft withoutIdentifiers() {
        extensions.leaveIdentifiersOut();
        return this;
    }

    /** Signs it with its own key. */
    public SignedCertificate selfSigned() {
        return sign(subject, key);
    }

    public SignedCertificate signedBy(SignedCertificate issuer) {
        return sign(issuer.holder().getSubject(), issuer.key());
    }

    /** Signs it with a key, in the name of whomever. */
    public SignedCertificate sign(X500Name issuer, KeyPair signer) {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    DraftSigner.named(issuer),
                    serial,
                    new Time(Date.from(from)),
                    new Time(Date.from(to)),
                    subject,
                    publicKey());
            for (Extension extension : extensions.complete(subject, key.getPublic(), signer.getPublic())) {
                builder.addExtension(extension);
            }
            return new SignedCertificate(new DraftSigner(signature, signer.getPrivate()).sign(builder, issuer), key);
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException("a draft that cannot be signed", e);
        }
    }

    private SubjectPublicKeyInfo publicKey() {
        SubjectPublicKeyInfo named =
                SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded());
        if (!explicitCurve) {
            return named;
        }
        ASN1ObjectIdentifier curve =
                ASN1ObjectIdentifier.getInstance(named.getAlgorithm().getParameters());
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(named.getAlgorithm().getAlgorithm(), ECNamedCurveTable.getByOID(curve)),
                named.getPublicKeyData().getOctets());
    }
}
