package io.hellowire.certs.issue;

/**
 * What authority to make.
 *
 * @param subject its name, under which people find it in a trust store
 * @param keyType the kind of key to make for it
 * @param validity from when to when; what it signs ends no later
 * @param reach which names it may sign
 */
public record AuthorityProfile(Subject subject, KeyType keyType, Validity validity, Reach reach) {

    /** Ten years, P-256, and only names that no public authority would sign. */
    public static AuthorityProfile named(String commonName) {
        return new AuthorityProfile(
                Subject.ofCommonName(commonName), KeyType.P256, Validity.ofDays(3650), Reach.PRIVATE_NETWORKS);
    }

    /** The same under another name. */
    public AuthorityProfile withSubject(Subject other) {
        return new AuthorityProfile(other, keyType, validity, reach);
    }

    /** The same with another kind of key. */
    public AuthorityProfile withKeyType(KeyType other) {
        return new AuthorityProfile(subject, other, validity, reach);
    }

    /** The same for another time. */
    public AuthorityProfile withValidity(Validity other) {
        return new AuthorityProfile(subject, keyType, other, reach);
    }

    /** The same with other limits. */
    public AuthorityProfile withReach(Reach other) {
        return new AuthorityProfile(subject, keyType, validity, other);
    }
}
