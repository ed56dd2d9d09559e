package io.hellowire.client.translate;

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
     * errand.
     */
    public boolean failsToVerify(Errand errand) {
        boolean hasNoRoots = this == MICROPYTHON || this == ARDUINO;
        return hasNoRoots && errand.isSecure() && errand.verified() && !errand.holdsRoots();
    }

    /**
     * A program that does it, ready to be run or built.
     *
     * @throws IllegalArgumentException if it cannot be done in this language
     */
    public String program(Errand errand) {
        return switch (this) {
            case CURL -> CurlProgram.of(errand);
            case PYTHON -> PythonProgram.of(errand);
            case MICROPYTHON -> MicroPythonProgram.of(errand);
            case ARDUINO -> ArduinoProgram.of(errand);
            case ESP_IDF -> EspIdfProgram.of(errand);
            case OPENSSL -> OpensslProgram.of(errand);
        };
    }
}
