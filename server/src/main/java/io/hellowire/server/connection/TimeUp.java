package io.hellowire.server.connection;

import java.time.Duration;

/**
 * Tells a pipeline, as a user event, that its peer took too long.
 *
 * @param awaited what was waited for
 * @param limit how long it may take
 */
public record TimeUp(Awaited awaited, Duration limit) {}
