package io.hellowire.client.report;

/** The languages that a request is translated to. */
public enum Language {
    CURL,
    PYTHON,
    MICROPYTHON,
    ARDUINO,
    ESP_IDF,
    OPENSSL;

    /**
     * Whether the program verifies nothing although it should: devices that have no roots of their own need those in the
     * task.
     */
    public boolean failsToVerify(ProgramTask task) {
        boolean hasNoRoots = this == MICROPYTHON || this == ARDUINO;
        return hasNoRoots && task.isSecure() && task.verified() && !task.holdsRoots();
    }

    /**
     * A program that does it, ready to be run or built.
     *
     * @throws IllegalArgumentException if it cannot be done in this language
     */
    public String program(ProgramTask task) {
        return switch (this) {
            case CURL -> CurlProgram.of(task);
            case PYTHON -> PythonProgram.of(task);
            case MICROPYTHON -> MicroPythonProgram.of(task);
            case ARDUINO -> ArduinoProgram.of(task);
            case ESP_IDF -> EspIdfProgram.of(task);
            case OPENSSL -> OpensslProgram.of(task);
        };
    }
}
