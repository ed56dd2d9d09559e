package io.hellowire.client.cli;

import io.hellowire.cli.DurationText;
import io.hellowire.cli.SizeText;
import java.time.Duration;
import picocli.CommandLine;

/** How the values of options are read that are more than words. */
final class Converters {

    private static final SizeText SIZE = new SizeText();

    private Converters() {}

    static void register(CommandLine command) {
        command.registerConverter(Duration.class, new DurationText());
        command.registerConverter(
                ByteCount.class, text -> new ByteCount(text.equals("all") ? Long.MAX_VALUE : SIZE.convert(text)));
    }

    /**
     * An amount of bytes.
     *
     * @param bytes {@link Long#MAX_VALUE} for all there are
     */
    record ByteCount(long bytes) {}
}
