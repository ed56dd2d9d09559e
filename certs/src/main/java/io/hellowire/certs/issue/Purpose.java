package io.hellowire.certs.issue;

/** What a certificate is for; decides its extensions. */
public enum Purpose {
    /** Proves a server to its clients. */
    SERVER,
    /** Proves a client to a server that asks (mutual TLS). */
    CLIENT,
    /** A server as in the tutorial: key agreement instead of key encipherment, and no basic constraints. */
    TUTORIAL
}
