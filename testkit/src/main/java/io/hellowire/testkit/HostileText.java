package io.hellowire.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What no program may pass on from a peer to a terminal or into a file: all that moves the cursor, changes a setting, turns
 * the direction of writing, breaks a line or does not show.
 */
public final class HostileText {

    /** Controls, C0 without the line feed and C1, then what Unicode calls format characters, and odd line ends. */
    private static final int[] CHARACTERS = IntStream.concat(
                    IntStream.rangeClosed(0, 0x9f).filter(c -> c < ' ' || c > '~'),
                    IntStream.of(
                            0xad, 0x61c, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b,
                            0x202c, 0x202d, 0x202e, 0x2060, 0x2061, 0x2066, 0x2067, 0x2068, 0x2069, 0x206a, 0xe000,
                            0xfeff, 0xfff9, 0xe0001, 0xe0041))
            .toArray();

    /** Each extension in which there is room for text, then the names. */
    private static final String EXTENSIONS = """
            [ext]
            basicConstraints=critical,CA:TRUE
            subjectAltName=@san
            crlDistributionPoints=crl
            authorityInfoAccess=@places
            certificatePolicies=@policy
            nameConstraints=@constraints
            nsComment=HOSTILE
            1.2.3.4=ASN1:UTF8String:HOSTILE
            [crl]
            fullname=URI:http://HOSTILE
            [places]
            OCSP;URI.1=http://HOSTILE
            caIssuers;URI.2=http://HOSTILE
            [policy]
            policyIdentifier=1.2.3.4
            CPS.1=http://HOSTILE
            userNotice.1=@notice
            [notice]
            explicitText=UTF8:HOSTILE
            [constraints]
            excluded;DNS.1=HOSTILE
            excluded;email.1=HOSTILE
            excluded;URI.1=HOSTILE
            [san]
            IP.1=127.0.0.1
            """;

    private HostileText() {}

    /**
     * Every byte there is and every hostile character, for a place that ends at the bytes that are left out.
     *
     * @param without the bytes that would end the place, such as CR and LF
     * @return text of one char for each byte
     */
    public static String bytes(String without) {
        StringBuilder text = new StringBuilder();
        for (int b = 0; b < 256; b++) {
            text.append((char) b);
        }
        for (int character : CHARACTERS) {
            text.append('a')
                    .append(new String(Character.toString(character).getBytes(UTF_8), ISO_8859_1))
                    .append('b');
        }
        return text.chars()
                .filter(c -> without.indexOf(c) < 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The hostile characters in what a program printed, by their numbers; line feeds are the program's own. */
    public static List<String> in(String printed) {
        return printed.codePoints()
                .filter(c -> c != '\n' && isHostile(c))
                .distinct()
                .mapToObj(c -> String.format("U+%04X", c))
                .toList();
    }

    private static boolean isHostile(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** Makes a key and a self-signed certificate, an authority, all of whose names are hostile, in one PEM file. */
    public static Path certificate(Path directory) throws IOException {
        List<String> names = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int character : CHARACTERS) {
            if (character != 0 && character != '\n' && character != '\r') {
                piece.append('a').appendCodePoint(character);
            }
            if (piece.length() > 30) {
                names.add(piece + "z");
                piece.setLength(0);
            }
        }
        StringBuilder text = new StringBuilder("""
                [req]
                prompt=no
                utf8=yes
                string_mask=utf8only
                distinguished_name=dn
                x509_extensions=ext
                [dn]
                CN=h\u001b[31mi
                """);
        StringBuilder extensions = new StringBuilder(EXTENSIONS.replace("HOSTILE", String.join("", names)));
        for (int i = 0; i < names.size(); i++) {
            text.append(i).append(".OU=").append(names.get(i)).append('\n');
            extensions.append("DNS.").append(i).append('=').append(names.get(i)).append('\n');
            extensions
                    .append("email.")
                    .append(i)
                    .append('=')
                    .append(names.get(i))
                    .append('\n');
            extensions.append("URI.").append(i).append('=').append(names.get(i)).append('\n');
        }
        Files.writeString(directory.resolve("hostile.cnf"), text.append(extensions));
        Program.named("openssl")
                .in(directory)
                .succeed(("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -config hostile.cnf"
                                + " -keyout hostile-key.pem -out hostile-certificate.pem")
                        .split(" "));
        return Files.writeString(
                directory.resolve("hostile.pem"),
                Files.readString(directory.resolve("hostile-key.pem"))
                        + Files.readString(directory.resolve("hostile-certificate.pem")));
    }
}
