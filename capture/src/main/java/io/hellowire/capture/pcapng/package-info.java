/**
 * Capture files: pcapng (draft-ietf-opsawg-pcapng), as far as a capture of TCP connections needs it, written by
 * {@link io.hellowire.capture.pcapng.BlockEncoder}; it and classic pcap read by {@link
 * io.hellowire.capture.pcapng.CaptureFile}.
 */
@NullMarked
package io.hellowire.capture.pcapng;

import org.jspecify.annotations.NullMarked;
