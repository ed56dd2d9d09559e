package io.hellowire.server.answer;

import io.hellowire.server.connection.ConnectionState.Hold;
import io.hellowire.server.connection.Lifecycle;
import io.hellowire.server.journal.LoopJournal;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;

/** Reads no more of a connection while there is a reason to wait, and reads on when there is none left. */
final class BackPressure {

    private final Channel channel;
    private final Lifecycle lifecycle;
    private final LoopJournal journal;
    private boolean waitsForRoom;

    /**
     * @param channel whose reading is switched off and on
     * @param lifecycle keeps the reasons
     * @param journal has room, or has none
     */
    BackPressure(Channel channel, Lifecycle lifecycle, LoopJournal journal) {
        this.channel = channel;
        this.lifecycle = lifecycle;
        this.journal = journal;
    }

    /** After a request. */
    void readOrWait(boolean awaitsNumber) {
        holdWhile(awaitsNumber, Hold.NUMBER);
        readOrWaitForRoom();
    }

    /** After answers were written or taken. */
    void readOrWaitForThePeer() {
        holdWhile(!channel.isWritable(), Hold.UNREAD_ANSWERS);
        readOrWaitForRoom();
    }

    private void readOrWaitForRoom() {
        if (!waitsForRoom && journal.isFull()) {
            waitsForRoom = true;
            journal.whenRoom(this::roomAgain);
        }
        holdWhile(waitsForRoom, Hold.JOURNAL);
        ChannelConfig config = channel.config();
        boolean mayRead = lifecycle.mayRead();
        if (lifecycle.isServing() && config.isAutoRead() != mayRead) {
            config.setAutoRead(mayRead);
        }
    }

    private void roomAgain() {
        waitsForRoom = false;
        readOrWaitForRoom();
    }

    private void holdWhile(boolean holds, Hold reason) {
        if (holds) {
            lifecycle.hold(reason, System.nanoTime());
        } else if (!lifecycle.mayRead()) {
            lifecycle.release(reason, System.nanoTime());
        }
    }
}
