/**
 * The pcapng file format (draft-ietf-opsawg-pcapng), as far as a capture of TCP connections needs it: written by
 * {@link io.hellowire.capture.pcapng.BlockEncoder}, read by {@link io.hellowire.capture.pcapng.PcapngReader}.
 */
@NullMarked
package io.hellowire.capture.pcapng;

import org.jspecify.annotations.NullMarked;
