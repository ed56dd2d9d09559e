package io.hellowire.bench.compare;

import java.io.IOException;

/** One side of a comparison, ready to be measured as often as one likes. */
interface Contestant extends AutoCloseable {

    /** Measures once. */
    Sample sample() throws IOException;

    /** Ends what is up between samples; by default nothing is. */
    @Override
    default void close() throws IOException {}
}
