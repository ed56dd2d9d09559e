package io.hellowire.certs.inspect;

import static io.hellowire.certs.inspect.ClientKind.CHROME;
import static io.hellowire.certs.inspect.ClientKind.CURL;
import static io.hellowire.certs.inspect.ClientKind.HELLOWIRE;

import io.hellowire.certs.inspect.Objection.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a client can read the certificates at all; each library takes something else for damaged. */
final class ReadingRules {

    private static final String ALTERNATIVE_NAMES = "2.5.29.17";

    private final ClientKind client;
    private final Candidate candidate;

    ReadingRules(ClientKind client, Candidate candidate) {
        this.client = client;
        this.candidate = candidate;
    }

    List<Objection> objections() {
        List<Objection> all = new ArrayList<>();
        all.addAll(candidate.each(0, this::java));
        all.addAll(candidate.each(0, this::issuer));
        all.addAll(candidate.each(0, this::subject));
        return all;
    }

    /** Our client leaves part of its work to Java. */
    private @Nullable Objection java(int place) {
        String why = candidate.facts().get(place).unreadableForJava();
        return why != null && (client.isJava() || client == HELLOWIRE)
                ? new Objection(Reason.NOT_READABLE, place, "Java cannot read it: " + why)
                : null;
    }

    /** RFC 5280 section 4.1.2.4 demands one; curl wants to print the server's. */
    private @Nullable Objection issuer(int place) {
        boolean empty = candidate.facts().get(place).issuer().name().isEmpty();
        return empty && place == 0 && client == CURL
                ? new Objection(Reason.NOT_READABLE, place, "its issuer has no name (expected: one)")
                : null;
    }

    /** RFC 5280 section 4.1.2.6 demands that the names beside it be critical then, and Chromium looks. */
    private @Nullable Objection subject(int place) {
        CertificateFacts facts = candidate.facts().get(place);
        boolean nameless = facts.subject().isEmpty() && facts.names().extension();
        return client == CHROME && nameless && !facts.extensions().critical().contains(ALTERNATIVE_NAMES)
                ? new Objection(Reason.NOT_READABLE, place, "no subject, and alternative names that are not critical")
                : null;
    }
}
