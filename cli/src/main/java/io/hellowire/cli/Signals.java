package io.hellowire.cli;

import java.lang.reflect.Proxy;
import java.util.function.IntConsumer;

/**
 * Takes signals of the operating system. The JDK has no public way to this; its old one, in the module
 * {@code jdk.unsupported}, is reached by reflection, since naming it is a warning that cannot be switched off.
 */
public final class Signals {

    private Signals() {}

    /**
     * Calls this with the signal's number from now on, on a thread of the JVM's own.
     *
     * @param name such as {@code TERM}
     */
    public static void handle(String name, IntConsumer handler) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    handlerType.getClassLoader(), new Class<?>[] {handlerType}, (self, method, arguments) -> {
                        Object received = arguments[0];
                        handler.accept((int) signal.getMethod("getNumber").invoke(received));
                        return null;
                    });
            Object wanted = signal.getConstructor(String.class).newInstance(name);
            signal.getMethod("handle", signal, handlerType).invoke(null, wanted, proxy);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "signal " + name + ": cannot be handled (expected: module jdk.unsupported)", e);
        }
    }
}
