package io.hellowire.client.report;

import io.hellowire.client.Transfer;
import io.hellowire.client.resolve.DnsExchange;
import io.hellowire.client.resolve.DnsExchange.ResourceRecord;
import io.hellowire.client.resolve.Resolution;
import io.hellowire.client.step.Span;
import io.hellowire.wire.text.AddressText;
import io.hellowire.wire.text.Printable;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;

/** The block that says which addresses a name has, and who said so. */
final class DnsBlock {

    private static final int ADDRESS_COLUMNS = 32;

    private static final int OTHER_COLUMNS = 8; // its number before it, its family after it

    private DnsBlock() {}

    static void write(Page page, Transfer transfer) {
        Resolution resolution = transfer.connection().resolution();
        if (resolution == null) {
            return;
        }
        page.block("DNS");
        transfer.target().notes().forEach(note -> page.line("note: ", Printable.ofText(note)));
        if (resolution.source().equals("address literal")) {
            page.line("not needed (address literal)");
            return;
        }
        page.line(heading(page, resolution));
        resolution.exchanges().forEach(exchange -> write(page, exchange));
        List<InetAddress> addresses = resolution.addresses();
        int columns = Math.min(ADDRESS_COLUMNS, page.room() - OTHER_COLUMNS);
        for (int i = 0; i < addresses.size(); i++) {
            InetAddress address = addresses.get(i);
            String family = address instanceof Inet6Address ? "IPv6" : "IPv4";
            page.exact(
                    Column.left(i + 1, 2) + " " + Column.left(AddressText.withZone(address), columns) + " " + family);
        }
    }

    private static String heading(Page page, Resolution resolution) {
        Span span = resolution.span();
        String time = span == null ? "" : " in " + Amount.duration(span.durationNanos());
        String count = resolution.addresses().isEmpty()
                ? "no address"
                : addresses(resolution.addresses().size());
        return Printable.ofText(resolution.asked()) + " "
                + page.style().glyphs().arrow() + " " + count + time + "   " + resolution.source();
    }

    private static String addresses(int count) {
        return count == 1 ? "1 address" : count + " addresses";
    }

    private static void write(Page page, DnsExchange exchange) {
        String server = Objects.requireNonNullElse(exchange.server(), "nobody");
        page.line(exchange.type() + "? " + server + " says " + exchange.code() + " in "
                + Amount.duration(exchange.span().durationNanos()));
        for (ResourceRecord record : exchange.records()) {
            page.line("   " + Printable.ofText(record.name()) + "  " + record.type() + "  "
                    + Printable.ofText(record.value()) + "  for " + record.ttl().toSeconds() + " s");
        }
    }
}
