package io.hellowire.server;

import io.hellowire.server.http1.Http1AnswerBytes;
import io.hellowire.server.journal.LoopJournal;
import io.hellowire.server.journal.RateLimit;

/**
 * What one event loop has for itself to serve its connections with.
 *
 * @param journal takes the entries
 * @param failedHandshakes takes those of failed handshakes
 * @param turnedAway takes those of connections turned away
 * @param http1 writes answers as HTTP/1
 */
record LoopResources(LoopJournal journal, RateLimit failedHandshakes, RateLimit turnedAway, Http1AnswerBytes http1) {}
