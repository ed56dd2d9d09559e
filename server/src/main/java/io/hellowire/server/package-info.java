/**
 * The server: its options, its assembly and its life cycle. Read {@link io.hellowire.server.HelloServer} first, then
 * {@link io.hellowire.server.ServerPipeline}, the one place where the path of the bytes is laid out. A request's bytes
 * become a {@link io.hellowire.server.exchange.Request} in {@link io.hellowire.server.http1.Http1RequestDecoder}, get
 * their number in {@link io.hellowire.server.answer.ExchangeHandler} and are shown by
 * {@link io.hellowire.server.journal.Journal}; facts about their {@link io.hellowire.server.connection.Connection} go
 * along. Imports point down this list only: cli, this package, answer, http1, tls, journal, counter, exchange,
 * connection.
 */
@NullMarked
package io.hellowire.server;

import org.jspecify.annotations.NullMarked;
