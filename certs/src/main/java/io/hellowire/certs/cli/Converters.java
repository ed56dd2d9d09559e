package io.hellowire.certs.cli;

import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.Subject;
import io.hellowire.certs.issue.Validity;
import io.hellowire.certs.write.Destination;
import io.hellowire.cli.DurationText;
import io.hellowire.wire.text.AddressText;
import java.net.InetAddress;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Turns words of the command line into what the commands work with; what does not fit is a usage error. */
final class Converters {

    private Converters() {}

    static void register(CommandLine command) {
        command.registerConverter(Duration.class, new DurationText());
        command.registerConverter(InetAddress.class, Converters::address);
        command.registerConverter(Subject.class, text -> orUsageError(() -> new Subject(text)));
        command.registerConverter(Validity.class, text -> orUsageError(() -> Validity.ofDays(number(text))));
    }

    /** Unlike picocli's own conversion this one never asks a name server. */
    private static InetAddress address(String text) {
        InetAddress address = AddressText.parse(text);
        if (address == null) {
            throw new TypeConversionException(text + " (expected: an IP address such as 192.168.1.7 or fd00::7)");
        }
        return address;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException(text + " (expected: a number of days)");
        }
    }

    private static <T> T orUsageError(java.util.function.Supplier<T> conversion) {
        try {
            return conversion.get();
        } catch (TypeConversionException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** A DNS name that a certificate can carry, as text. */
    static final class DnsName implements ITypeConverter<String> {

        @Override
        public String convert(String text) {
            if (AddressText.parse(text) != null) {
                throw new TypeConversionException(text + " (expected: a DNS name; addresses go to --ip)");
            }
            return orUsageError(() -> Names.of(text).dnsNames().get(0));
        }
    }

    /** What a file name can start with. */
    static final class FileName implements ITypeConverter<String> {

        @Override
        public String convert(String text) {
            return orUsageError(() -> Destination.fileName(text));
        }
    }
}
