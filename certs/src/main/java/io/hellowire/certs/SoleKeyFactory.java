package io.hellowire.certs;

import java.security.KeyStore;
import java.security.Security;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.ManagerFactoryParameters;
import org.jspecify.annotations.Nullable;

/** Hands a {@link SoleKey} to a TLS library, without a key store between, which would encrypt the key for nobody. */
final class SoleKeyFactory extends KeyManagerFactory {

    SoleKeyFactory(Identity identity) {
        super(new Spi(new SoleKey(identity)), Security.getProviders()[0], "hellowire");
    }

    private static final class Spi extends KeyManagerFactorySpi {

        private final SoleKey key;

        Spi(SoleKey key) {
            this.key = key;
        }

        @Override
        protected void engineInit(@Nullable KeyStore store, char @Nullable [] passphrase) {
            // there is nothing left to read
        }

        @Override
        protected void engineInit(ManagerFactoryParameters parameters) {
            // there is nothing left to read
        }

        @Override
        protected KeyManager[] engineGetKeyManagers() {
            return new KeyManager[] {key};
        }
    }
}
