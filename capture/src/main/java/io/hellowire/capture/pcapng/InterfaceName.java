package io.hellowire.capture.pcapng;

/** What the interfaces of our captures are called. */
public final class InterfaceName {

    /** What crosses the sockets. */
    public static final String WIRE = "wire";

    /** What is inside TLS, in the clear. */
    public static final String INSIDE_TLS = "inside-tls";

    private InterfaceName() {}
}
