package io.hellowire.capture.secrets;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.security.Key;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/** The fields of the JDK's TLS engine that hold secrets; the same in JDK 17 to 25. */
final class JdkEngineFields {

    private final Field transport = field("SSLEngineImpl", "conContext");
    private final Field handshake = field("TransportContext", "handshakeContext");
    private final Field input = field("TransportContext", "inputRecord");
    private final Field output = field("TransportContext", "outputRecord");
    private final Field protocol = field("HandshakeContext", "negotiatedProtocol");
    private final Field protocolName = field("ProtocolVersion", "name");
    private final Field session = field("TransportContext", "conSession");
    private final Field newSession = field("HandshakeContext", "handshakeSession");
    private final Field masterSecret = field("SSLSessionImpl", "masterSecret");
    private final Field clientRandom = field("HandshakeContext", "clientHelloRandom");
    private final Field randomBytes = field("RandomCookie", "randomBytes");
    private final Field handshakeRead = field("HandshakeContext", "baseReadSecret");
    private final Field handshakeWrite = field("HandshakeContext", "baseWriteSecret");
    private final Field readCipher = field("InputRecord", "readCipher");
    private final Field writeCipher = field("OutputRecord", "writeCipher");
    private final Field trafficRead = field("SSLCipher$SSLReadCipher", "baseSecret");
    private final Field trafficWrite = field("SSLCipher$SSLWriteCipher", "baseSecret");

    private JdkEngineFields() throws ReflectiveOperationException {}

    static JdkEngineFields open() throws SecretsUnavailableException {
        try {
            return new JdkEngineFields();
        } catch (InaccessibleObjectException e) {
            throw new SecretsUnavailableException(
                    "the JDK's TLS engine is closed to us",
                    "java -jar, or --add-opens java.base/sun.security.ssl=ALL-UNNAMED",
                    e);
        } catch (ReflectiveOperationException e) {
            throw new SecretsUnavailableException(
                    "the TLS engine of Java " + System.getProperty("java.version") + " keeps them elsewhere: "
                            + e.getMessage(),
                    "Java 17 to 25, or BoringSSL",
                    e);
        }
    }

    private static Field field(String type, String name) throws ReflectiveOperationException {
        Field field = Class.forName("sun.security.ssl." + type).getDeclaredField(name);
        ((AccessibleObject) field).setAccessible(true);
        return field;
    }

    /** The state of one engine. */
    State of(SSLEngine engine) {
        return new State(get(transport, JdkEngine.inside(engine)));
    }

    private static Object get(Field field, Object from) {
        Object value = getOrNull(field, from);
        if (value == null) {
            throw new IllegalStateException(field + ": null (expected: always set)");
        }
        return value;
    }

    private static @Nullable Object getOrNull(Field field, Object from) {
        try {
            return field.get(from);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e); // it was made accessible when it was found
        }
    }

    /** What one engine holds right now. */
    final class State {

        private final Object transport;

        private State(Object transport) {
            this.transport = transport;
        }

        /** The handshake that goes on, or {@code null} between handshakes. */
        @Nullable
        Handshake handshake() {
            Object current = getOrNull(handshake, transport);
            return current == null ? null : new Handshake(current);
        }

        /** The secret of TLS 1.2, or {@code null} before the handshake is over. */
        byte @Nullable [] masterSecret() {
            return encoded(getOrNull(masterSecret, get(session, transport)));
        }

        /** The secret of TLS 1.3 application data that is received, or {@code null} before the handshake is over. */
        byte @Nullable [] trafficRead() {
            return encoded(getOrNull(trafficRead, get(readCipher, get(input, transport))));
        }

        /** The secret of TLS 1.3 application data that is sent, or {@code null} before the handshake is over. */
        byte @Nullable [] trafficWrite() {
            return encoded(getOrNull(trafficWrite, get(writeCipher, get(output, transport))));
        }
    }

    /** What the handshake holds right now; each is {@code null} until it is known. */
    final class Handshake {

        private final Object context;

        private Handshake(Object context) {
            this.context = context;
        }

        boolean isTls13() {
            Object version = getOrNull(protocol, context);
            return version != null && "TLSv1.3".equals(get(protocolName, version));
        }

        byte @Nullable [] clientRandom() {
            Object random = getOrNull(clientRandom, context);
            return random == null ? null : (byte[]) get(randomBytes, random);
        }

        byte @Nullable [] readSecret() {
            return encoded(getOrNull(handshakeRead, context));
        }

        byte @Nullable [] writeSecret() {
            return encoded(getOrNull(handshakeWrite, context));
        }

        /** Of TLS 1.2. */
        byte @Nullable [] masterSecret() {
            Object current = getOrNull(newSession, context);
            return current == null ? null : encoded(getOrNull(masterSecret, current));
        }
    }

    private static byte @Nullable [] encoded(@Nullable Object key) {
        return key instanceof Key secret ? secret.getEncoded() : null;
    }
}
