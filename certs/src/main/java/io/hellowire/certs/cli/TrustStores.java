package io.hellowire.certs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The stores of this machine that can be changed from here.
 *
 * @param home the user's directory, below which browsers keep theirs
 * @param javaHome the Java whose programs are meant
 */
record TrustStores(Path home, Path javaHome) {

    /**
     * Those in which somebody looks up whom to trust.
     *
     * @throws IOException if there is none, or it cannot be changed from here
     */
    List<TrustStore> of(TrustTarget truster, TrustedFile trusted) throws IOException {
        return switch (truster) {
            case DEBIAN, FEDORA -> List.of(SystemStore.ofThisMachine());
            case CHROME -> List.of(NssStore.ofChromium(home, trusted));
            case FIREFOX -> NssStore.ofFirefox(home);
            case JAVA -> List.of(JavaStore.of(javaHome));
            default ->
                throw new IOException(
                        "--on " + truster + ": cannot be changed from here (expected: debian, fedora, chrome,"
                                + " firefox or java; without --install the steps are printed)");
        };
    }
}
