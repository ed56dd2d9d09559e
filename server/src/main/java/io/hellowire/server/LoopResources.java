package io.hellowire.server;

import io.hellowire.server.answer.Answers;
import io.hellowire.server.journal.RateLimit;

/**
 * What one event loop serves its connections with.
 *
 * @param answers for requests
 * @param failedHandshakes takes the entries of failed handshakes
 * @param turnedAway takes the entries of connections turned away
 */
record LoopResources(Answers answers, RateLimit failedHandshakes, RateLimit turnedAway) {}
