package io.hellowire.dist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words that may come first after {@code hellowire}. */
enum Word {
    SERVE("", "Answer every request with a number, and show it as it came; also what happens without any word."),
    GET(" URL", "Fetch, and show every step of it."),
    CERTS(" COMMAND", "Make, show, check and convert certificates, also for machines without a domain name."),
    PROVE("", "Show what an eavesdropper reads of HTTP and of HTTPS."),
    SHOW(" FILE", "Say what is in a capture."),
    STRIP(" FILE", "Copy a capture without the secrets in it."),
    HEALTHCHECK("", "Say by the exit code whether the server on this machine answers."),
    INSTALL("", "Put this command where a shell finds it, with completions and manual."),
    HELP(" WORD", "Say more about one of these.");

    private final String argument;
    private final String about;

    Word(String argument, String about) {
        this.argument = argument;
        this.about = about;
    }

    /** What is typed. */
    String typed() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word and what belongs after it. */
    String withArgument() {
        return typed() + argument;
    }

    /** What it does, in one sentence. */
    String about() {
        return about;
    }

    /** The one that is typed so, also by its second name; {@code null} if there is none. */
    static @Nullable Word of(String typed) {
        if (typed.equals("client")) {
            return GET;
        }
        return Arrays.stream(values())
                .filter(word -> word.typed().equals(typed))
                .findFirst()
                .orElse(null);
    }

    /** Those that may have been meant: with the same beginning, else all. */
    static List<String> near(String typed) {
        List<String> all = Arrays.stream(values()).map(Word::typed).toList();
        String beginning = typed.substring(0, Math.min(2, typed.length()));
        List<String> near =
                all.stream().filter(word -> word.startsWith(beginning)).toList();
        return near.isEmpty() ? all : near;
    }
}
