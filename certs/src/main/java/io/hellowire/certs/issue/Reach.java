package io.hellowire.certs.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;

/**
 * Which names an authority may sign. Whoever steals the key of an unlimited one can be any web site to all who trust it;
 * limited to names that exist in private networks only, it is worth little (RFC 5280 section 4.2.1.10).
 */
public enum Reach {
    /** Private networks only, in a way that every client must either enforce or refuse. */
    PRIVATE_NETWORKS,
    /** Private networks only, for clients that enforce it; those that cannot, such as Mbed TLS, still accept. */
    PRIVATE_NETWORKS_WHERE_UNDERSTOOD,
    /** Every name there is. */
    UNLIMITED;

    private static final List<String> DOMAINS = List.of("localhost", "local", "test", "internal", "home.arpa");
    private static final List<String> NETWORKS = List.of(
            "127.0.0.0/8",
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "169.254.0.0/16",
            "::1/128",
            "fc00::/7",
            "fe80::/10");

    Optional<Extension> constraints() {
        if (this == UNLIMITED) {
            return Optional.empty();
        }
        List<GeneralSubtree> permitted = new ArrayList<>();
        DOMAINS.forEach(name -> permitted.add(new GeneralSubtree(new GeneralName(GeneralName.dNSName, name))));
        NETWORKS.forEach(network -> permitted.add(new GeneralSubtree(new GeneralName(GeneralName.iPAddress, network))));
        NameConstraints constraints = new NameConstraints(permitted.toArray(GeneralSubtree[]::new), null);
        return Optional.of(Extensions.extension(Extension.nameConstraints, this == PRIVATE_NETWORKS, constraints));
    }
}
