package io.hellowire.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.exchange.ExampleResponse;
import io.hellowire.wire.MalformedMessageException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "attachment; filename=a.txt                | a.txt",
                "attachment; filename=\"a b.txt\"          | a b.txt",
                "attachment;FileName = \"a;b\" ; x=y       | a;b",
                "filename=a                                | a",
                "inline; filename=\"../../etc/passwd\"     | passwd",
                "inline; filename=\"C:\\\\dir\\\\name.txt\"| name.txt",
                "inline; filename=\"a\\\"b\"               | a\"b",
            })
    void isTheLastPartOfWhatTheServerSays(String disposition, String name) throws MalformedMessageException {
        assertThat(ServerName.in(
                        ExampleResponse.head("HTTP/1.1 200 OK\r\nContent-Disposition: " + disposition + "\r\n\r\n")))
                .isEqualTo(name);
    }

    /** A name may be as long as a head, and each character of it one more step of the pattern. */
    @ParameterizedTest
    @CsvSource({"a, a", "\\a, a"})
    void mayBeOfAnyLength(String written, String read) throws MalformedMessageException {
        String disposition = "attachment; filename=\"" + written.repeat(50_000) + "\"";

        assertThat(ServerName.in(
                        ExampleResponse.head("HTTP/1.1 200 OK\r\nContent-Disposition: " + disposition + "\r\n\r\n")))
                .isEqualTo(read.repeat(50_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A: b",
                "Content-Disposition: attachment",
                "Content-Disposition: attachment; filename=",
                "Content-Disposition: attachment; filename=\"\"",
                "Content-Disposition: attachment; filename=..",
                "Content-Disposition: attachment; filename=\"a/\"",
                "Content-Disposition: attachment; filename=\"a/..\"",
                "Content-Disposition: attachment; xfilename=a",
            })
    void isNoneWhereTheServerHasNone(String field) throws MalformedMessageException {
        assertThat(ServerName.in(ExampleResponse.head("HTTP/1.1 200 OK\r\n" + field + "\r\n\r\n")))
                .isNull();
    }
}
