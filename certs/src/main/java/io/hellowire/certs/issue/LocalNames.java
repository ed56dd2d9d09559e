package io.hellowire.certs.issue;

import io.hellowire.wire.text.AddressText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names under which this machine is reached: localhost, its host name, that name under {@code .local}, the loopback
 * addresses, and every address that another machine could use.
 *
 * @param names what was found; starts with localhost and the loopback addresses
 * @param skipped the addresses left out, each with the reason
 */
public record LocalNames(Names names, List<String> skipped) {

    /** Networks that exist inside this machine only: containers and virtual machines live there, visitors do not. */
    private static final Pattern INSIDE =
            Pattern.compile("(docker|podman|br-|veth|virbr|vnet|vmnet|vboxnet|lxc|lxd|cni|flannel|cali|kube).*");

    private static final Path LINUX_HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    public LocalNames {
        skipped = List.copyOf(skipped);
    }

    /** The names of this machine, as {@link #find} finds them. */
    public static Names ofThisMachine() {
        return find().names();
    }

    /** Looks at the network interfaces; asks no name server where the system itself knows its name. */
    public static LocalNames find() {
        List<InetAddress> addresses =
                new ArrayList<>(Names.of("127.0.0.1", "::1").addresses());
        List<String> skipped = new ArrayList<>();
        try {
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (network.isUp() && !network.isLoopback()) {
                    collect(network, addresses, skipped);
                }
            }
        } catch (SocketException e) {
            skipped.add("all but loopback (" + e.getMessage() + ")"); // as where no interface is up
        }
        return new LocalNames(new Names(hostNames(), addresses), skipped);
    }

    /**
     * The address that others on the network reach this machine by: the one that it would send from, else one of its
     * interfaces', as on a network without a way out; of IPv4 where there is one, since that is what people type. Nothing
     * is sent; the system is only asked for the way to an address that is reserved for documentation.
     *
     * @return {@code 127.0.0.1} if there is no network
     */
    public static InetAddress outwardAddress() {
        return outwardAddress(senders(), ofThisMachine().addresses());
    }

    static InetAddress outwardAddress(List<InetAddress> senders, List<InetAddress> own) {
        List<InetAddress> candidates = Stream.concat(senders.stream(), own.stream())
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        return candidates.stream()
                .filter(Inet4Address.class::isInstance)
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .orElseGet(() -> Names.of("127.0.0.1").addresses().get(0));
    }

    /** The addresses that this machine would send from to the rest of the world, IPv4 first; none where it has no way. */
    private static List<InetAddress> senders() {
        return Stream.of("192.0.2.1", "2001:db8::1") // RFC 5737, RFC 3849
                .map(AddressText::parse)
                .filter(Objects::nonNull)
                .map(LocalNames::senderTo)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable InetAddress senderTo(InetAddress documentation) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(documentation, 9);
            InetAddress own = socket.getLocalAddress();
            return own.isAnyLocalAddress() || own.isLinkLocalAddress() ? null : own;
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
    }

    private static void collect(NetworkInterface network, List<InetAddress> addresses, List<String> skipped) {
        for (InetAddress address : Collections.list(network.getInetAddresses())) {
            String reason = reasonToSkip(address, network.getName());
            if (reason == null) {
                addresses.add(address);
            } else {
                skipped.add(AddressText.of(address) + " (" + network.getName() + ": " + reason + ")");
            }
        }
    }

    static @Nullable String reasonToSkip(InetAddress address, String network) {
        if (address.isLinkLocalAddress()) {
            return "link-local, changes and is never typed";
        }
        return INSIDE.matcher(network).matches() ? "a network inside this machine" : null;
    }

    private static List<String> hostNames() {
        String host = hostName();
        if (host == null || host.equals("localhost")) {
            return List.of("localhost");
        }
        String firstLabel = host.replaceFirst("\\..*", "");
        return List.of("localhost", host, firstLabel + ".local");
    }

    /** This machine's own name in lower case, or {@code null} if it has none that a certificate could carry. */
    public static @Nullable String hostName() {
        String name = rawHostName();
        if (name == null || AddressText.parse(name) != null) {
            return null;
        }
        try {
            return Names.of(name.strip().toLowerCase(Locale.ROOT)).dnsNames().get(0);
        } catch (IllegalArgumentException e) {
            return null; // such as one with blanks in it, which nobody can look up
        }
    }

    private static @Nullable String rawHostName() {
        try {
            if (Files.isReadable(LINUX_HOST_NAME)) {
                return Files.readString(LINUX_HOST_NAME).strip();
            }
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
