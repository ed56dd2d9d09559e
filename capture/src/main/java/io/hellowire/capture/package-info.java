/**
 * What an eavesdropper sees of this program's connections, as a file that Wireshark opens: {@link
 * io.hellowire.capture.Capture} is what a server or client holds, {@link io.hellowire.capture.ConnectionCapture}
 * puts the taps of one connection into its pipeline.
 */
@NullMarked
package io.hellowire.capture;

import org.jspecify.annotations.NullMarked;
