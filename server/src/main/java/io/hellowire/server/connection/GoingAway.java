package io.hellowire.server.connection;

/** Tells a pipeline, as a user event, that the server is going. */
public enum GoingAway {
    /** Finish what is in flight, then close. */
    SOON,
    /** Send the answers there are, refuse what is half done, then close. */
    NOW
}
