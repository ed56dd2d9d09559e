/**
 * The command line of the server. Read {@link io.hellowire.server.cli.Main} first, then
 * {@link io.hellowire.server.cli.ServerCommand}.
 */
@NullMarked
package io.hellowire.server.cli;

import org.jspecify.annotations.NullMarked;
