package io.hellowire.client.exchange;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The content codings that are decoded, RFC 9110 section 8.4.1 and RFC 8878. */
final class ContentCoding {

    private static final int PIECE_BYTES = 8192;
    private static final int MOST_CODINGS = 4;
    private static final int ZLIB_METHOD = 8;
    private static final int LONGEST_ZSTD_WINDOW_LOG = 23; // 8 MiB: nothing on the web needs more (RFC 9659)

    private ContentCoding() {}

    /**
     * Undoes codings. Nothing at all is nothing in every coding, although no coder would write that.
     *
     * @param codings the members of Content-Encoding in the order applied
     * @throws UnknownCodingException if one is not known, or if there are more than anybody needs
     */
    static InputStream decode(InputStream coded, List<String> codings) throws IOException {
        if (codings.size() > MOST_CODINGS) {
            throw new UnknownCodingException(codings.size() + " codings on top of each other");
        }
        PushbackInputStream whole = new PushbackInputStream(coded, 1);
        InputStream decoded = whole;
        if (peek(whole) < 0) {
            return decoded;
        }
        for (int i = codings.size() - 1; i >= 0; i--) {
            decoded = decode(decoded, codings.get(i).toLowerCase(Locale.ROOT));
        }
        return decoded;
    }

    private static InputStream decode(InputStream coded, String coding) throws IOException {
        return switch (coding) {
            case "identity" -> coded;
            case "gzip", "x-gzip" -> new GZIPInputStream(coded, PIECE_BYTES);
            case "deflate" -> deflate(coded);
            case "br" -> brotli(coded);
            case "zstd" -> new ZstdInputStream(new BufferedInputStream(coded)).setLongMax(LONGEST_ZSTD_WINDOW_LOG);
            default -> throw new UnknownCodingException(coding);
        };
    }

    /** "deflate" means zlib (RFC 1950), yet many servers send it without zlib's two bytes of header. */
    private static InputStream deflate(InputStream coded) throws IOException {
        PushbackInputStream in = new PushbackInputStream(coded, 1);
        boolean zlib = (peek(in) & 0x0f) == ZLIB_METHOD;
        return new InflaterInputStream(in, new Inflater(!zlib), PIECE_BYTES);
    }

    /** The next byte, which stays there, or -1 at the end. */
    private static int peek(PushbackInputStream in) throws IOException {
        int next = in.read();
        if (next >= 0) {
            in.unread(next);
        }
        return next;
    }

    private static InputStream brotli(InputStream coded) throws IOException {
        if (!Brotli4jLoader.isAvailable()) {
            throw new UnknownCodingException("br, whose native library does not load here,");
        }
        return new BrotliInputStream(coded, PIECE_BYTES);
    }

    /** What is asked for with {@code --compressed}: no Brotli where its native library does not load, as in the image. */
    static String accepted() {
        return Brotli4jLoader.isAvailable() ? "gzip, deflate, br, zstd" : "gzip, deflate, zstd";
    }

    /** A coding that is not known here. */
    static final class UnknownCodingException extends IOException {

        UnknownCodingException(String coding) {
            super("Content-Encoding: " + coding + " (expected: " + accepted() + ")");
        }
    }
}
