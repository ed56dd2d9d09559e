package io.hellowire.client.tls;

import io.hellowire.wire.text.Printable;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a library says of a failure, without the numbers, routines and system calls around it, which help nobody. */
final class LibraryMessage {

    /** Such as {@code error:100000b8:SSL routines:OPENSSL_internal:NO_SHARED_CIPHER}. */
    private static final Pattern BORINGSSL = Pattern.compile("error:[0-9a-f]+:[^:]*:[^:]*:([A-Z0-9_]+)");

    /** Such as {@code recvAddress(..) failed with error(-110): Connection timed out}. */
    private static final Pattern SYSTEM_CALL =
            Pattern.compile("^[A-Za-z]+\\(\\.\\.\\) failed(?: with error\\(-?[0-9]+\\))?: ");

    private LibraryMessage() {}

    static String of(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        Matcher boringSsl = BORINGSSL.matcher(message);
        if (boringSsl.find()) {
            return boringSsl.group(1).toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        return message.startsWith("error:")
                ? "the TLS library does not say why"
                : Printable.ofText(SYSTEM_CALL.matcher(message).replaceFirst(""));
    }
}
