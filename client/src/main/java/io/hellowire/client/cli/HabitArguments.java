package io.hellowire.client.cli;

import java.util.ArrayList;
import java.util.List;

/** Words of curl that ask for what we do anyway, and words that we refuse, with the one to use. */
final class HabitArguments extends Arguments {

    private static final String ONE_BY_ONE = "is not supported (expected: one command after the other)";
    private static final String VERBOSE = "is not supported (expected: -v, -vv or --capture FILE)";

    private final Option<List<String>> urls = named("--url").texts("URL", "Same as a URL without this option.");

    private final Option<Boolean> globOff =
            named("-g", "--globoff").negatableFlag("Send [ ] and { } in a URL as they are.");

    HabitArguments() {
        accept("-N", "--no-buffer");
        accept("--progress-meter");
        accept("--keepalive");
        accept("--tcp-nodelay");
        accept("--proxy-basic");
        accept("--ssl-reqd");
        accept("--sessionid");
        accept("--styled-output");
        accept("-j", "--junk-session-cookies");
        named("--keepalive-time").hiddenText();
        refuse("is not supported (expected: the options themselves, or their variables)", "-K", "--config");
        refuse("is not supported (expected: -u USER:PASSWORD)", "--netrc");
        refuse("is not supported (expected: -u USER:PASSWORD)", "--netrc-optional");
        refuse("is not supported (expected: -u USER:PASSWORD)", "--netrc-file");
        refuse(ONE_BY_ONE, "-Z", "--parallel");
        refuse(ONE_BY_ONE, "-:", "--next");
        refuse(VERBOSE, "--trace");
        refuse(VERBOSE, "--trace-ascii");
        refuse(VERBOSE, "--trace-time");
        refuse("is not spoken (expected: --socks5 or --socks5-hostname)", "--socks4", "--socks4a", "--preproxy");
        refuse(
                "is not spoken (expected: --digest, --anyauth or --oauth2-bearer)",
                "--ntlm",
                "--negotiate",
                "--aws-sigv4");
        refuse("is not spoken (expected: -U USER:PASSWORD)", "--proxy-digest", "--proxy-ntlm", "--proxy-anyauth");
    }

    private void accept(String... names) {
        named(names).hiddenNegatableFlag();
    }

    private void refuse(String why, String... names) {
        named(names).refused(why);
    }

    /** The URLs in their order, but for those after {@code --url}, which come last. */
    List<String> with(List<String> others) {
        List<String> all = new ArrayList<>(others);
        all.addAll(urls.value());
        return all;
    }

    /** Whether a URL may have parts that curl would make many URLs of. */
    boolean allowsGlobs() {
        return globOff.value();
    }
}
