package io.hellowire.server.journal;

import java.util.List;

/** Ways in which the field {@code Authorization: S3CRET} comes from programs that do not get it right. */
public final class Spellings {

    /** All of them, without the end of the line. */
    public static final List<String> ALL = List.of(
            "Authorization: a\rS3CRET",
            "Authorization: a\r\r\n S3CRET",
            "Authorization: a\r\r\nS3CRET",
            "Authorization: a\r\n\r\nS3CRET",
            "Author\r\n ization: S3CRET",
            "Authorization\r\n : S3CRET",
            "Authorization\r\n: S3CRET",
            "Authorization S3CRET",
            "Authorization= S3CRET",
            "Authorization=S3CRET",
            "Authorization;S3CRET",
            "\"Authorization\": \"S3CRET\"",
            "'Authorization': 'S3CRET'",
            "{\"a\":1,\"Authorization\":\"S3CRET\"}",
            "Authorization\0: S3CRET",
            "\0Authorization: S3CRET",
            "Auth\0orization: S3CRET",
            "Auth\0rization: S3CRET",
            "Authorization\u00a0: S3CRET",
            "\u00a0Authorization: S3CRET",
            "\u00c2\u00a0Authorization: S3CRET",
            "\u00ef\u00bb\u00bfAuthorization: S3CRET",
            "(Authorization): S3CRET",
            "Authorizatio: S3CRET",
            "uthorization: S3CRET",
            "Authorisation: S3CRET",
            "Authorizationn: S3CRET",
            "aUTHORIZATION : S3CRET",
            "  Authorization: S3CRET",
            "x Authorization: S3CRET",
            "GET Authorization: S3CRET",
            "GET / Authorization:S3CRET",
            "x:\rAuthorization: S3CRET",
            "Authorization: a\r\n b\r\n\tS3CRET");

    private Spellings() {}
}
