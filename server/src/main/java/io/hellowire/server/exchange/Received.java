package io.hellowire.server.exchange;

/** What came over a connection and goes on to be answered or just shown. */
public sealed interface Received permits Request, Rejection, Abandoned, ContinueWanted {}
