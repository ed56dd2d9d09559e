package io.hellowire.client.step;

/** Ends a fetch at the step that failed. */
public final class StepException extends Exception {

    private final transient Failure failure;

    public StepException(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    public StepException(Failure failure, Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure.cause() == null ? failure.causedBy(cause) : failure;
    }

    /** What failed, in words and as an exit code. */
    public Failure failure() {
        return failure;
    }
}
