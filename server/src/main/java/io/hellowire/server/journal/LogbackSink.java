package io.hellowire.server.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each record to the logger {@code hellowire.requests}, for those who route it with a logback.xml of their own. */
final class LogbackSink implements Sink {

    private static final Logger REQUESTS = LoggerFactory.getLogger("hellowire.requests");

    @Override
    public int write(Batch batch, int from) {
        for (int i = 0; i < batch.records(); i++) {
            int start = batch.start(i);
            int length = batch.end(i) - start;
            REQUESTS.info(new String(batch.bytes.array(), start, length, UTF_8).stripTrailing());
        }
        return batch.bytes.length();
    }

    @Override
    public String name() {
        return "logger hellowire.requests";
    }

    @Override
    public void close() {
        // The logging framework owns its appenders.
    }
}
