package io.hellowire.certs.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                ",,",
                "+",
                "=",
                "CN",
                "CN=",
                "CN= ",
                "=a",
                "CN=a,",
                ",CN=a",
                "CN=a,,O=b",
                "CN=a+",
                "+CN=a",
                "CN=a,O",
                "XX=a",
                "1.2=",
                "9.9.9=a",
                "1..2=a",
                "C=usa",
                "C=U",
                "CN=#",
                "CN=#zz",
                "CN=#0",
                "CN=#0500",
                "CN=#020101",
                "CN=#0c05",
                "CN=\\",
                "CN=\"a",
                "CN=a\\"
            })
    void whatIsNoSubjectIsRefusedInOneLine(String text) {
        assertThatThrownBy(() -> new Subject(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("subject: ")
                .hasMessageContaining("(expected: ")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=a",
                "C=US,ST=CA,L=San Francisco,O=a\\, b,CN=gate",
                "CN=a+OU=b",
                "OU=a,OU=b",
                "1.2.840.1=a",
                "CN=ü"
            })
    void whatIsASubjectIsTheOneOfTheCertificate(String text) {
        Subject subject = new Subject(text);

        assertThat(Subject.of(SelfSigned.issue(CertificateProfile.server(Names.of("a.test"))
                                        .withSubject(subject))
                                .certificate())
                        .encoded())
                .isEqualTo(subject.encoded());
    }
}
