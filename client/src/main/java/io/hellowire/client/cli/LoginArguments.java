package io.hellowire.client.cli;

import io.hellowire.client.exchange.Authorization;
import io.hellowire.client.step.StepException;
import io.hellowire.client.url.Credentials;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options that prove to the server who we are. */
final class LoginArguments extends Arguments {

    private final Option<String> user = named("-u", "--user")
            .text(
                    "USER:PASSWORD",
                    "Log in, by Basic (RFC 7617) unless another scheme is named; the password is not shown.");

    private final Option<Boolean> basic = named("--basic").hiddenFlag();

    private final Option<Boolean> digest = named("--digest").negatableFlag("With -u: log in by Digest (RFC 7616).");

    private final Option<Boolean> any =
            named("--anyauth").flag("With -u: log in by what the server asks for, Digest before Basic.");

    private final Option<String> bearer =
            named("--oauth2-bearer").text("TOKEN", "Log in with a token (RFC 6750), which is not shown.");

    /**
     * What they say together.
     *
     * @param userOfUrl the user that the URL names, who counts unless the user says otherwise; {@code null} for none
     * @return {@code null} for nobody
     */
    @Nullable
    Authorization authorization(@Nullable String userOfUrl) throws StepException {
        List<Option<Boolean>> schemes =
                List.of(basic, digest, any).stream().filter(Option::value).toList();
        if (schemes.size() > 1) {
            throw UsageError.of(
                    schemes.get(0).name() + ": together with " + schemes.get(1).name() + " (expected: one of them)");
        }
        if (bearer.given() != null) {
            return new Authorization.Bearer(bearer.given());
        }
        String named = user.given() == null ? userOfUrl : user.given();
        if (named == null) {
            return null;
        }
        Credentials credentials = new Credentials(named);
        if (any.value()) {
            return new Authorization.Asked(credentials);
        }
        return digest.value() ? Authorization.Digest.unasked(credentials) : new Authorization.Basic(credentials);
    }
}
