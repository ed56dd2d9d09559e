package io.hellowire.client.exchange;

/** Whether the end of the connection can be forged by somebody between the ends. */
enum Security {
    PLAIN,
    TLS
}
