package io.hellowire.certs.cli;

import io.hellowire.certs.issue.Names;
import java.net.InetAddress;
import java.util.List;
import picocli.CommandLine.Option;

/** The names and addresses that a certificate is valid for. */
final class NameOptions {

    @Option(names = "--ip", paramLabel = "A", description = "An IP address it is valid for.")
    private List<InetAddress> addresses = List.of();

    @Option(
            names = "--dns",
            paramLabel = "N",
            converter = Converters.DnsName.class,
            description = "A DNS name it is valid for.")
    private List<String> dnsNames = List.of();

    Names names() {
        return new Names(dnsNames, addresses);
    }
}
