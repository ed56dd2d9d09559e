package io.hellowire.capture.secrets;

import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets somebody know whenever a TLS engine asks whether it may use an algorithm, and answers as if nobody had listened. What
 * the JDK forbids stays forbidden: it asks its own constraints beside these.
 */
final class AskedConstraints implements AlgorithmConstraints {

    private final @Nullable AlgorithmConstraints before;
    private final Runnable listener;

    AskedConstraints(@Nullable AlgorithmConstraints before, Runnable listener) {
        this.before = before;
        this.listener = listener;
    }

    @Override
    public boolean permits(Set<CryptoPrimitive> uses, String algorithm, @Nullable AlgorithmParameters parameters) {
        listener.run();
        return before == null || before.permits(uses, algorithm, parameters);
    }

    @Override
    public boolean permits(Set<CryptoPrimitive> uses, Key key) {
        listener.run();
        return before == null || before.permits(uses, key);
    }

    @Override
    public boolean permits(
            Set<CryptoPrimitive> uses, String algorithm, Key key, @Nullable AlgorithmParameters parameters) {
        listener.run();
        return before == null || before.permits(uses, algorithm, key, parameters);
    }
}
