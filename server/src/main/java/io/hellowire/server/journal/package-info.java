/**
 * The journal: what the user sees of each request. An {@link io.hellowire.server.journal.Entry} goes into the
 * {@link io.hellowire.server.journal.LoopJournal} of its event loop, where a format writes it as bytes, and from there in
 * batches to one writer thread. Read {@link io.hellowire.server.journal.Journal} first.
 */
@NullMarked
package io.hellowire.server.journal;

import org.jspecify.annotations.NullMarked;
