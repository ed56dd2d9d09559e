package io.hellowire.testkit;

import io.netty.util.LeakPresenceDetector;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails the test after which a Netty buffer is still held. It is registered for every test through
 * {@code META-INF/services}; the build sets {@code io.netty.customResourceLeakDetector} to Netty's
 * {@link LeakPresenceDetector}, which counts every buffer and needs no garbage collection to notice.
 */
public final class NoLeaks implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        LeakPresenceDetector.check();
    }
}
