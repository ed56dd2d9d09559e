package io.hellowire.bench.compare;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client says about the time of one fetch, in milliseconds.
 *
 * @param connect until there was a connection
 * @param tls the handshake; 0 without TLS
 * @param waiting from the request to the first byte
 * @param total all of it
 */
record SaidTimes(double connect, double tls, double waiting, double total) {

    /** What {@code --write-out} makes curl print, as {@link #in} reads it. */
    static final String CURL = "curl connect=%{time_connect} app=%{time_appconnect} pre=%{time_pretransfer}"
            + " start=%{time_starttransfer} total=%{time_total}";

    /** Reads what curl, or our client with {@code --json}, prints. */
    static SaidTimes in(String printed) {
        return printed.startsWith("curl ") ? ofCurl(printed) : ofOurs(printed);
    }

    /** Moments in seconds since the start. */
    private static SaidTimes ofCurl(String printed) {
        double connect = 1e3 * figure("connect=", printed);
        double handshake = 1e3 * figure("app=", printed);
        double waiting = Math.round(1e6 * (figure("start=", printed) - figure("pre=", printed))) / 1e3;
        return new SaidTimes(
                connect, handshake == 0 ? 0 : handshake - connect, waiting, 1e3 * figure("total=", printed));
    }

    /** Durations in microseconds. */
    private static SaidTimes ofOurs(String printed) {
        int times = printed.indexOf("\"timing_us\"");
        if (times < 0) {
            throw new IllegalStateException("no timing_us (expected: the report as JSON)\n" + printed);
        }
        String all = printed.substring(times);
        return new SaidTimes(
                figure("\"connect\":", all) / 1e3,
                figure("\"tls\":", all) / 1e3,
                figure("\"wait\":", all) / 1e3,
                figure("\"total\":", all) / 1e3);
    }

    private static double figure(String name, String text) {
        Matcher number =
                Pattern.compile(Pattern.quote(name) + " *([0-9.]+|null)").matcher(text);
        if (!number.find()) {
            throw new IllegalStateException("no " + name + " in " + text);
        }
        return number.group(1).equals("null") ? 0 : Double.parseDouble(number.group(1));
    }
}
