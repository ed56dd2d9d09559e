package io.hellowire.certs.issue;

/** An authority was asked to sign a name that its own certificate does not let it sign. */
public final class NamesNotPermittedException extends IllegalArgumentException {

    NamesNotPermittedException(String message) {
        super(message);
    }
}
