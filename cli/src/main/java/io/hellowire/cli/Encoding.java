package io.hellowire.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/** In which bytes text leaves a tool. */
public final class Encoding {

    private Encoding() {}

    /** What the terminal or, where there is none, the locale asks for. */
    public static Charset asked() {
        String terminal = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
        return Charset.forName(terminal == null ? System.getProperty("native.encoding", "UTF-8") : terminal);
    }

    /**
     * Prints text in the encoding asked for. A system without a locale asks for ASCII; it gets UTF-8, which is the same
     * where it suffices, and loses nothing where it does not.
     */
    public static PrintWriter printing(OutputStream stream) {
        Charset asked = asked();
        return new PrintWriter(new OutputStreamWriter(stream, asked.equals(US_ASCII) ? UTF_8 : asked), true);
    }
}
