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
