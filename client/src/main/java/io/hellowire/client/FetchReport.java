package io.hellowire.client;

import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one fetch.
 *
 * @param url what the user typed, without its secret
 * @param started when it began, on the wall clock
 * @param transfers one for each URL, in order; empty when not even the first could be begun
 * @param tlsLibrary what speaks TLS for us, or {@code null} if it was not needed
 * @param failure why it did not do what was asked, or {@code null} if it did
 */
public record FetchReport(
        String url,
        Instant started,
        List<Transfer> transfers,
        @Nullable String tlsLibrary,
        @Nullable Failure failure) {

    public FetchReport {
        transfers = List.copyOf(transfers);
    }

    /** What the process exits with. */
    public ExitCode exitCode() {
        return failure == null ? ExitCode.OK : failure.exitCode();
    }

    /** The last transfer, or {@code null} if there is none. */
    public @Nullable Transfer last() {
        return transfers.isEmpty() ? null : transfers.get(transfers.size() - 1);
    }

    /** The same report with another verdict, unless it has failed already. */
    public FetchReport orFailed(@Nullable Failure other) {
        return failure != null || other == null ? this : new FetchReport(url, started, transfers, tlsLibrary, other);
    }
}
