package io.hellowire.capture.secrets;

import java.lang.reflect.Field;
import javax.net.ssl.SSLEngine;

/** The JDK's own engine inside those that Netty puts around it. */
final class JdkEngine {

    private static final String TYPE = "sun.security.ssl.SSLEngineImpl";

    private JdkEngine() {}

    static Object inside(SSLEngine engine) {
        Object inner = engine;
        while (!inner.getClass().getName().equals(TYPE)) {
            inner = wrappedBy(inner);
        }
        return inner;
    }

    private static Object wrappedBy(Object engine) {
        try {
            return wrapped(engine.getClass()).get(engine);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e); // it was made accessible when it was found
        }
    }

    private static Field wrapped(Class<?> type) {
        try {
            Field field = type.getDeclaredField("engine");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            if (type.getSuperclass() == null) {
                throw new IllegalArgumentException(
                        "TLS engine: unknown (expected: the JDK's, or Netty's around it)", e);
            }
            return wrapped(type.getSuperclass());
        }
    }
}
