package io.hellowire.server.connection;

/** Tells a pipeline, as a user event, that the server is going: finish what is in flight, then close. */
public enum GoingAway {
    NOW
}
