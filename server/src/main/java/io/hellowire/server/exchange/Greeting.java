package io.hellowire.server.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The line that is sent back, with a place for the number: {@code Hello #7 from Hellowire!} and a line feed. */
public final class Greeting {

    private static final String NUMBER = "{n}";

    private final byte[] before;
    private final byte[] after;
    private final boolean numbered;

    private Greeting(String template) {
        int place = template.indexOf(NUMBER);
        numbered = place >= 0;
        before = (numbered ? template.substring(0, place) : template).getBytes(UTF_8);
        after = ((numbered ? template.substring(place + NUMBER.length()) : "") + "\n").getBytes(UTF_8);
    }

    /** The greeting of whoever has this name. */
    public static Greeting from(String name) {
        return new Greeting("Hello #" + NUMBER + " from " + name + "!");
    }

    /** A greeting of one's own; the first {@code {n}} in it stands for the number. A line feed is added. */
    public static Greeting of(String template) {
        return new Greeting(template);
    }

    /** What comes before the number; to be read only. */
    public byte[] before() {
        return before;
    }

    /** What comes after the number; to be read only. */
    public byte[] after() {
        return after;
    }

    /** Its length in bytes with this number in it. */
    public int length(long number) {
        return before.length + (numbered ? Digits.count(number) : 0) + after.length;
    }

    /** Whether it has a place for the number. */
    public boolean isNumbered() {
        return numbered;
    }
}
