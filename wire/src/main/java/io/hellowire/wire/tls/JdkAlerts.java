package io.hellowire.wire.tls;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/**
 * Has the JDK's TLS engine send the alert that we mean, for which there is no public way: the first alert ends the
 * handshake, and the one that the engine chooses later is not sent any more. Where its insides are closed to us, or
 * have changed, it sends its own, which is not wrong but says less.
 */
final class JdkAlerts {

    private static final @Nullable JdkAlerts OPEN = open();

    private final Field transport;
    private final Method fatal;
    private final Class<?> alerts;

    private JdkAlerts() throws ReflectiveOperationException {
        this.alerts = Class.forName("sun.security.ssl.Alert");
        this.transport = Class.forName("sun.security.ssl.SSLEngineImpl").getDeclaredField("conContext");
        this.fatal = transport.getType().getDeclaredMethod("fatal", alerts, String.class, Throwable.class);
        makeAccessible(transport);
        makeAccessible(fatal);
    }

    private static void makeAccessible(AccessibleObject member) {
        member.setAccessible(true);
    }

    private static @Nullable JdkAlerts open() {
        try {
            return new JdkAlerts();
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            return null;
        }
    }

    /**
     * Sends an alert and ends the handshake, if that can be had.
     *
     * @param name the alert's, as the JDK names its constants
     * @param why what the handshake is said to have failed of
     */
    static void send(SSLEngine engine, String name, Exception why) {
        if (OPEN != null && engine.getClass().equals(OPEN.transport.getDeclaringClass())) {
            OPEN.sendBy(engine, name, why);
        }
    }

    private void sendBy(SSLEngine engine, String name, Exception why) {
        try {
            for (Object alert : alerts.getEnumConstants()) {
                if (((Enum<?>) alert).name().equals(name)) {
                    fatal.invoke(transport.get(engine), alert, why.getMessage(), why);
                }
            }
        } catch (InvocationTargetException e) {
            return; // it throws what it has been given, once the alert is on its way
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e); // it was made accessible when it was found
        }
    }
}
