package io.hellowire.server.tls;

import io.hellowire.certs.Identity;
import io.hellowire.server.tls.Mismatch.Stage;
import io.hellowire.wire.tls.Offer;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificates that new connections may get, and by which library. Each client gets the first that it can take:
 * EC before RSA, which is slow, and the library that is preferred before the other.
 */
final class Choice {

    private static final Logger LOGGER = LoggerFactory.getLogger(Choice.class);

    private final List<Candidate> candidates = new ArrayList<>();

    /**
     * Prepares the first, so that what cannot work is found out at once. Others are prepared when a client needs one.
     *
     * @param providers the libraries, the preferred one first
     * @throws IllegalArgumentException if one of the keys is for a library that must not be used
     */
    Choice(List<Identity> identities, List<SslProvider> providers, ContextMaker maker) throws IOException {
        for (SslProvider provider : providers) {
            identities.stream()
                    .sorted(Comparator.comparing(identity ->
                            KeyKind.of(identity.certificate().getPublicKey()).isRsa()))
                    .filter(identity -> isServed(identity, provider))
                    .forEach(identity -> candidates.add(new Candidate(identity, provider, maker)));
        }
        for (Identity identity : identities) {
            if (candidates.stream().noneMatch(candidate -> candidate.identity.equals(identity))) {
                throw new IllegalArgumentException("tls provider: openssl, with an "
                        + KeyKind.of(identity.certificate().getPublicKey())
                        + " key (expected: jdk or auto, since BoringSSL has no signatures with such a key)");
            }
        }
        for (Candidate candidate : candidates) {
            if (candidate.provider == candidates.get(0).provider) {
                candidate.prepare();
            }
        }
    }

    private static boolean isServed(Identity identity, SslProvider provider) {
        return provider == SslProvider.JDK
                || KeyKind.of(identity.certificate().getPublicKey()).isServedByBoringSsl();
    }

    /** The library that most connections get. */
    SslProvider provider() {
        return candidates.get(0).provider;
    }

    /** What is there for a client; what fits nobody is the first. */
    Chosen of(@Nullable Offer client) {
        Candidate first = candidates.get(0);
        if (client == null) {
            return new Chosen(first.required(), null);
        }
        Chosen best = null;
        for (Candidate candidate : client.smallRecords() ? jdkFirst() : candidates) {
            ServerContext context = candidate.context();
            if (context == null) {
                continue;
            }
            Mismatch mismatch = Mismatch.between(client, context.ours());
            if (mismatch == null) {
                return new Chosen(context, null);
            }
            if (best == null || isFurther(mismatch, best.mismatch())) {
                best = new Chosen(context, mismatch);
            }
        }
        return best == null ? new Chosen(first.required(), null) : best;
    }

    private static boolean isFurther(Mismatch one, @Nullable Mismatch other) {
        Stage reached = other == null ? Stage.GROUP : other.stage();
        return one.stage().compareTo(reached) > 0;
    }

    /** BoringSSL does not know of records smaller than usual. */
    private List<Candidate> jdkFirst() {
        return candidates.stream()
                .sorted(Comparator.comparing(candidate -> candidate.provider != SslProvider.JDK))
                .toList();
    }

    /**
     * What a client gets.
     *
     * @param context what it is served with
     * @param mismatch why that will fail, {@code null} if it should not
     */
    record Chosen(ServerContext context, @Nullable Mismatch mismatch) {}

    /** One certificate by one library, prepared once somebody needs it: the other library takes a moment to load. */
    private static final class Candidate {

        private final Identity identity;
        private final SslProvider provider;
        private final ContextMaker maker;
        private @Nullable ServerContext context;
        private boolean failed;

        Candidate(Identity identity, SslProvider provider, ContextMaker maker) {
            this.identity = identity;
            this.provider = provider;
            this.maker = maker;
        }

        synchronized void prepare() throws IOException {
            if (context == null) {
                context = maker.make(identity, provider);
            }
        }

        synchronized @Nullable ServerContext context() {
            try {
                if (!failed) {
                    prepare();
                }
            } catch (IOException | IllegalArgumentException e) {
                failed = true;
                LOGGER.warn("{} is not used: {}", TlsProvider.describe(provider), e.getMessage());
            }
            return context;
        }

        synchronized ServerContext required() {
            if (context == null) {
                throw new IllegalStateException("the first is prepared when all are made");
            }
            return context;
        }
    }
}
