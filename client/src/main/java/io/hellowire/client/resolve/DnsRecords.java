package io.hellowire.client.resolve;

import io.hellowire.client.resolve.DnsExchange.ResourceRecord;
import io.hellowire.wire.text.AddressText;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.dns.DefaultDnsRecordDecoder;
import io.netty.handler.codec.dns.DnsRawRecord;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponse;
import io.netty.handler.codec.dns.DnsSection;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the answers of DNS servers say. */
final class DnsRecords {

    private DnsRecords() {}

    /** The records of an answer that lead to an address, in the order received. */
    static List<ResourceRecord> records(DnsResponse response) {
        List<ResourceRecord> records = new ArrayList<>();
        for (int i = 0; i < response.count(DnsSection.ANSWER); i++) {
            DnsRecord record = response.recordAt(DnsSection.ANSWER, i);
            String value = record instanceof DnsRawRecord raw ? value(raw) : null;
            if (value != null) {
                records.add(new ResourceRecord(
                        withoutDot(record.name()),
                        record.type().name(),
                        Duration.ofSeconds(record.timeToLive()),
                        value));
            }
        }
        return records;
    }

    /** The address or the name, or {@code null} for a record of another type. */
    private static @Nullable String value(DnsRawRecord record) {
        if (record.type().equals(DnsRecordType.CNAME)) {
            return withoutDot(
                    DefaultDnsRecordDecoder.decodeName(record.content().duplicate()));
        }
        boolean isAddress =
                record.type().equals(DnsRecordType.A) || record.type().equals(DnsRecordType.AAAA);
        InetAddress address = isAddress ? address(ByteBufUtil.getBytes(record.content())) : null;
        return address == null ? null : AddressText.withZone(address);
    }

    private static @Nullable InetAddress address(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            return null; // neither 4 nor 16 octets
        }
    }

    /** The addresses of the type asked for. */
    static List<InetAddress> addresses(DnsExchange exchange) {
        List<InetAddress> addresses = new ArrayList<>();
        for (ResourceRecord record : exchange.records()) {
            byte[] octets = NetUtil.createByteArrayFromIpAddressString(record.value());
            InetAddress address = record.type().equals(exchange.type()) && octets != null ? address(octets) : null;
            if (address != null) {
                addresses.add(address);
            }
        }
        return addresses;
    }

    /** The name that the last alias leads to, or {@code null} if there is none. */
    static @Nullable String lastAlias(DnsExchange exchange) {
        String last = null;
        for (ResourceRecord record : exchange.records()) {
            last = record.type().equals("CNAME") ? record.value() : last;
        }
        return last;
    }

    private static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
