package io.hellowire.wire;

import io.netty.buffer.ByteBuf;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A body in chunks, RFC 9112 section 7.1. */
final class ChunkedBody extends BodyReader {

    private enum State {
        LINE,
        CONTENT,
        CONTENT_END,
        LF_OF_CONTENT_END,
        TRAILERS,
        COMPLETE
    }

    private final ChunkContext context;
    private final ChunkLine line;
    private final HeadReader<TrailerSection> trailerReader;
    private State state = State.LINE;
    private long remaining;
    private long chunks;
    private @Nullable TrailerSection trailers;

    ChunkedBody(HeadLimits limits, Tolerance tolerance) {
        this.context = new ChunkContext(tolerance);
        this.line = new ChunkLine(context);
        this.trailerReader = HeadReader.ofTrailers(limits, tolerance);
    }

    @Override
    public @Nullable ByteBuf read(ByteBuf in) throws MalformedMessageException {
        while (in.isReadable() && state != State.CONTENT && state != State.COMPLETE) {
            step(in);
        }
        return state == State.CONTENT ? readContent(in) : null;
    }

    private void step(ByteBuf in) throws MalformedMessageException {
        if (state == State.TRAILERS) {
            readTrailers(in);
        } else if (state != State.LINE) {
            readContentEnd(in.readByte());
        } else if (line.take(in)) {
            remaining = line.parse(bytesRead());
            chunks += remaining == 0 ? 0 : 1;
            state = remaining == 0 ? State.TRAILERS : State.CONTENT;
        }
    }

    private @Nullable ByteBuf readContent(ByteBuf in) {
        ByteBuf piece = takeContent(in, remaining);
        if (piece != null) {
            remaining -= piece.readableBytes();
            context.advance(piece.readableBytes());
        }
        if (remaining == 0) {
            state = State.CONTENT_END;
        }
        return piece;
    }

    private void readContentEnd(byte b) throws MalformedMessageException {
        if (b == '\r' && state == State.CONTENT_END) {
            state = State.LF_OF_CONTENT_END;
        } else if (b == '\n') {
            if (state == State.CONTENT_END) {
                context.tolerate(Oddity.BARE_LF, unexpected(b, "LF alone"));
            }
            state = State.LINE;
        } else {
            throw unexpected(b, Syntax.nameOf(b));
        }
        context.advance(1);
    }

    private MalformedMessageException unexpected(byte b, String found) {
        return context.malformed(Malformation.CHUNK_END, found + " after the chunk's data", new byte[] {b}, 0);
    }

    private void readTrailers(ByteBuf in) throws MalformedMessageException {
        TrailerSection section = readSection(in);
        if (section != null) {
            trailers = section.fieldCount() == 0 ? null : section;
            context.noteAll(section.oddities());
            state = State.COMPLETE;
        }
    }

    private @Nullable TrailerSection readSection(ByteBuf in) throws MalformedMessageException {
        try {
            return trailerReader.read(in);
        } catch (MalformedMessageException e) {
            throw context.located(e);
        }
    }

    @Override
    public int heldBytes() {
        return line.heldBytes() + trailerReader.heldBytes();
    }

    @Override
    public boolean isComplete() {
        return state == State.COMPLETE;
    }

    @Override
    public boolean endOfInput() {
        return isComplete();
    }

    @Override
    public String progress() {
        String soFar = chunks + (chunks == 1 ? " chunk, " : " chunks, ") + bytesRead() + " bytes";
        return switch (state) {
            case COMPLETE -> soFar;
            case TRAILERS -> soFar + ", no end of the trailers";
            case CONTENT -> soFar + ", " + remaining + " bytes missing of the last one";
            default -> soFar + ", no last chunk";
        };
    }

    @Override
    public @Nullable TrailerSection trailers() {
        return trailers;
    }

    @Override
    public Set<Oddity> oddities() {
        return context.oddities();
    }
}
