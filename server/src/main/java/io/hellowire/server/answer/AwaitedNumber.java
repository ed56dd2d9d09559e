package io.hellowire.server.answer;

import io.hellowire.server.connection.LastResort;
import io.hellowire.server.counter.Counter;
import io.hellowire.server.exchange.Request;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

/**
 * The number that a request waits for. The counter gives it while it is asked or later, on the connection's event loop
 * or on another thread; whoever waits hears of it on the loop.
 */
final class AwaitedNumber implements Counter.Taker {

    private final Counter counter;
    private final EventExecutor loop;
    private final Receiver receiver;
    private @Nullable Request request;
    private boolean asking;

    /**
     * @param counter gives the numbers
     * @param loop that of the connection
     * @param receiver is told, on that loop
     */
    AwaitedNumber(Counter counter, EventExecutor loop, Receiver receiver) {
        this.counter = counter;
        this.loop = loop;
        this.receiver = receiver;
    }

    /** Is told what became of the number. */
    interface Receiver {

        /** It is there. */
        void greet(Request request, long number);

        /** There is none, for this reason. */
        void refuse(Request request, String reason);

        /** It came, or did not, after whoever asked had gone on with other things. */
        void goOn();
    }

    /** Asks for one; none may be due. */
    void askFor(Request next) {
        request = next;
        asking = true;
        counter.next(this);
        asking = false;
    }

    /** Whether one is awaited. */
    boolean isDue() {
        return request != null;
    }

    @Override
    public void take(long number) {
        if (isAsking()) {
            greet(number);
        } else {
            later(() -> greet(number));
        }
    }

    @Override
    public void takeNone(String reason) {
        if (isAsking()) {
            giveUp(reason);
        } else {
            later(() -> giveUp(reason));
        }
    }

    /** Whether the counter answers while it is asked; then whoever asks it goes on. */
    private boolean isAsking() {
        return loop.inEventLoop() && asking;
    }

    private void greet(long number) {
        Request served = request;
        request = null;
        if (served != null) { // else it was given up
            receiver.greet(served, number);
        }
    }

    /** Waits no more, for this reason; what the counter says later is not heard. Must be called on the loop. */
    void giveUp(String reason) {
        Request served = request;
        request = null;
        if (served != null) {
            receiver.refuse(served, reason);
        }
    }

    private void later(Runnable answer) {
        if (!loop.inEventLoop()) {
            loop.execute(LastResort.watching(() -> later(answer)));
            return;
        }
        answer.run();
        receiver.goOn();
    }
}
