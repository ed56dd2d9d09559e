package io.hellowire.client.report;

import io.hellowire.client.FetchReport;
import io.hellowire.client.Transfer;
import io.hellowire.client.exchange.Response;
import io.hellowire.client.resolve.Resolution;
import io.hellowire.wire.text.AddressText;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the tutorial's program prints, for those who compare: the address information, then the raw response. */
public final class TutorialReport {

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int SOCK_STREAM = 1;

    private final Style style;

    public TutorialReport(Style style) {
        this.style = style;
    }

    /** As much of it as was reached. */
    public String of(FetchReport report) {
        Transfer transfer = report.last();
        Resolution resolution = transfer == null ? null : transfer.connection().resolution();
        if (transfer == null || resolution == null) {
            return "";
        }
        Page page = new Page(style);
        String addresses = resolution.addresses().stream()
                .map(address -> tuple(address, transfer.target().port()))
                .collect(Collectors.joining(", "));
        page.flush("Address information: [" + addresses + "]");
        response(page, transfer.response());
        return page.toString();
    }

    private static String tuple(InetAddress address, int port) {
        int family = address instanceof Inet6Address ? AF_INET6 : AF_INET;
        return "(" + family + ", " + SOCK_STREAM + ", 0, '', ('" + AddressText.withZone(address) + "', " + port + "))";
    }

    private void response(Page page, @Nullable Response response) {
        if (response == null) {
            return;
        }
        page.flush("Response:");
        byte[] sample = response.wire().sample();
        new VisibleText(style).lines(sample, 0, sample.length).forEach(page::flush);
        page.flush("...");
    }
}
