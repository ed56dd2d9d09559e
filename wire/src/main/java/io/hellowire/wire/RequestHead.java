package io.hellowire.wire;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The head of one request as any version of HTTP has it, with what was received exactly as it came. */
public interface RequestHead {

    /** The method, in the case received, which matters. */
    String method();

    /** Whether the method is this one. */
    boolean methodIs(String method);

    /** The target, as received. */
    String target();

    /** Whether the target is exactly this one. */
    boolean targetIs(String target);

    /** The host that the request is for, with its port if one was sent; {@code null} if none is named. */
    @Nullable
    String authority();

    /** Such as {@code HTTP/1.1}. */
    String version();

    /** Whether the version is HTTP/1.0, in which a connection lives on only where both ends say so. */
    boolean isHttp10();

    /** Method, target and version on one line; as received, if they came on one. */
    String line();

    /** How many fields there are, repeated ones included. */
    int fieldCount();

    /** The name of a field as received, from 0. */
    String name(int number);

    /** The value of a field as received, but for blanks around it. */
    String value(int number);

    /** The value of the first field with this name, in any case; {@code null} if there is none. */
    @Nullable
    String first(String name);

    /** What was odd about it but was taken all the same. */
    Set<Oddity> oddities();

    /** What was received, byte for byte. The array itself, which must not be changed. */
    byte[] bytes();

    /** Whether the client expects the connection to end after this exchange. */
    boolean isLast();
}
