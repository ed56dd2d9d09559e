package io.hellowire.certs.inspect;

/**
 * One reason why a client does not accept a server's certificates.
 *
 * @param reason what is wrong
 * @param place which certificate of the way is meant, 0 for the server's own
 * @param words for people, about that certificate, such as {@code expired on 2026-11-29}; may hold text out of the
 *     certificate, which is to be escaped before it is shown
 */
public record Objection(Reason reason, int place, String words) {

    /** What can be wrong. */
    public enum Reason {
        EXPIRED,
        NOT_YET_VALID,
        TOO_LONG_VALID,
        NAME,
        SELF_SIGNED,
        UNKNOWN_ROOT,
        ISSUER_MISSING,
        ROOT_HAS_OTHER_KEY,
        BAD_SIGNATURE,
        WRONG_KEY_NAMED,
        CHAIN_TOO_LONG,
        WRONG_USAGE,
        NO_SIGNATURE,
        ISSUER_IS_NO_AUTHORITY,
        NAME_NOT_PERMITTED,
        WEAK_KEY,
        WEAK_SIGNATURE,
        UNKNOWN_EXTENSION,
        NOT_READABLE
    }
}
