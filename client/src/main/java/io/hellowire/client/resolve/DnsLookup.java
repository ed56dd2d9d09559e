package io.hellowire.client.resolve;

import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.Span;
import io.hellowire.client.step.Timeline;
import io.hellowire.client.url.Host;
import io.hellowire.wire.text.AddressText;
import io.netty.channel.AddressedEnvelope;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DnsQuestion;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponse;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverTimeoutException;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Asks a DNS server for AAAA and A records itself, so that each of its records can be shown (RFC 1035, RFC 3596). */
final class DnsLookup implements Lookup {

    private static final int LONGEST_CNAME_CHAIN = 8;

    /** How long addresses that are there wait for those of IPv6. */
    private static final Duration RESOLUTION_DELAY = Duration.ofMillis(50);

    private final DnsNameResolver resolver;
    private final String source;

    /**
     * @param resolver what sends questions and receives answers
     * @param source whom it asks, for people
     */
    public DnsLookup(DnsNameResolver resolver, String source) {
        this.resolver = resolver;
        this.source = source;
    }

    @Override
    public Resolution ask(Host.Name host, Timeline timeline, Deadline deadline) throws InterruptedException {
        long start = timeline.now();
        Question v6 = new Question(host.withoutDot(), DnsRecordType.AAAA, timeline, deadline);
        Question v4 = new Question(host.withoutDot(), DnsRecordType.A, timeline, deadline);
        v6.ask();
        v4.ask();
        Answers ofV4 = v4.await(deadline);
        Answers ofV6 = v6.await(
                ofV4.addresses().isEmpty()
                        ? deadline
                        : Deadline.in(RESOLUTION_DELAY).orEarlier(deadline));
        List<DnsExchange> exchanges = Stream.concat(ofV6.exchanges().stream(), ofV4.exchanges().stream())
                .toList();
        Set<InetAddress> addresses = new LinkedHashSet<>(ofV6.addresses());
        addresses.addAll(ofV4.addresses());
        Span span = new Span(start, timeline.now());
        Failure failure = addresses.isEmpty() ? failure(host, exchanges, deadline) : null;
        return new Resolution(
                host.typed(), host.withoutDot(), source, List.copyOf(addresses), exchanges, span, failure);
    }

    /** What came of one question and those that its aliases led to. */
    private record Answers(List<DnsExchange> exchanges, List<InetAddress> addresses) {}

    /** Asks for the records of one type, beside another question, RFC 8305 section 3. */
    private final class Question implements Runnable {

        private final String name;
        private final DnsRecordType type;
        private final Timeline timeline;
        private final Deadline deadline;
        private final long startNanos;
        private final CompletableFuture<Answers> answers = new CompletableFuture<>();
        private final Thread thread = new Thread(this, "dns-question");

        Question(String name, DnsRecordType type, Timeline timeline, Deadline deadline) {
            this.name = name;
            this.type = type;
            this.timeline = timeline;
            this.deadline = deadline;
            this.startNanos = timeline.now();
        }

        void ask() {
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void run() {
            try {
                answers.complete(follow(name, type, timeline, deadline));
            } catch (InterruptedException e) {
                answers.cancel(false); // nobody waits for it any more
            } catch (RuntimeException | Error e) {
                answers.completeExceptionally(e);
            }
        }

        /** The answers, or that there were none until then. */
        Answers await(Deadline until) throws InterruptedException {
            try {
                return answers.get(until.remainingNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                Span span = new Span(startNanos, timeline.now());
                return new Answers(
                        List.of(new DnsExchange(name, type.name(), null, "timeout", List.of(), span)), List.of());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a question to a DNS server", e);
            } finally {
                thread.interrupt();
            }
        }
    }

    /** A server that does not follow CNAMEs for its clients leaves that to us. */
    private Answers follow(String name, DnsRecordType type, Timeline timeline, Deadline deadline)
            throws InterruptedException {
        List<DnsExchange> exchanges = new ArrayList<>();
        String asked = name;
        for (int i = 0; i < LONGEST_CNAME_CHAIN; i++) {
            DnsExchange exchange = exchange(asked, type, timeline, deadline);
            exchanges.add(exchange);
            List<InetAddress> addresses = DnsRecords.addresses(exchange);
            String next = DnsRecords.lastAlias(exchange);
            if (!addresses.isEmpty() || next == null || next.equals(asked)) {
                return new Answers(exchanges, addresses);
            }
            asked = next;
        }
        return new Answers(exchanges, List.of());
    }

    private DnsExchange exchange(String name, DnsRecordType type, Timeline timeline, Deadline deadline)
            throws InterruptedException {
        long start = timeline.now();
        DnsQuestion question;
        try {
            question = new DefaultDnsQuestion(name + ".", type);
        } catch (IllegalArgumentException e) { // an alias may lead to what is no name
            return new DnsExchange(
                    name, type.name(), null, Failure.reason(e), List.of(), new Span(start, timeline.now()));
        }
        Future<AddressedEnvelope<DnsResponse, InetSocketAddress>> answer = resolver.query(question);
        boolean inTime = answer.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        Span span = new Span(start, timeline.now());
        if (!inTime || !answer.isSuccess()) {
            String code = !inTime || answer.cause() instanceof DnsNameResolverTimeoutException
                    ? "timeout"
                    : Failure.reason(answer.cause());
            return new DnsExchange(name, type.name(), null, code, List.of(), span);
        }
        AddressedEnvelope<DnsResponse, InetSocketAddress> envelope = answer.getNow();
        try {
            DnsResponse response = envelope.content();
            String code = response.code().toString().replaceAll("\\(.*", "").toUpperCase(Locale.ROOT);
            String server = AddressText.withPort(envelope.sender());
            return new DnsExchange(name, type.name(), server, code, DnsRecords.records(response), span);
        } finally {
            envelope.release();
        }
    }

    private static Failure failure(Host.Name host, List<DnsExchange> exchanges, Deadline deadline) {
        if (exchanges.stream().allMatch(e -> e.code().equals("timeout"))) {
            return DnsFailures.tooSlow(host, deadline);
        }
        String code = exchanges.get(exchanges.size() - 1).code();
        String words = switch (code) {
            case "NXDOMAIN" -> "there is no such name (NXDOMAIN)";
            case "NOERROR" -> "the name exists but has no address (NODATA)";
            case "SERVFAIL" -> "the server could not find out (SERVFAIL)";
            case "REFUSED" -> "the server does not answer us (REFUSED)";
            default -> code;
        };
        Failure failure = Failure.of(
                Phase.DNS,
                ExitCode.HOST_NOT_RESOLVED,
                code.equals("NOERROR") ? "nodata" : code.toLowerCase(Locale.ROOT),
                host.typed() + ": " + words);
        return DnsFailures.advised(failure, host, code);
    }
}
