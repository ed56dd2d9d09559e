package io.hellowire.client.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Some options that belong together, in the order of the help. They are declared by calls and not by Picocli's
 * annotations: to read a hundred of those takes Java a tenth of the time that a whole fetch takes.
 */
abstract class Arguments {

    private final List<OptionSpec> options = new ArrayList<>();

    final void addTo(CommandSpec command) {
        options.forEach(command::addOption);
    }

    final List<OptionSpec> options() {
        return options;
    }

    /** Begins the declaration of an option. */
    final Declaration named(String... names) {
        return new Declaration(OptionSpec.builder(names));
    }

    private <T> Option<T> declared(OptionSpec.Builder declared, @Nullable T usual) {
        OptionSpec spec = declared.build();
        options.add(spec);
        return new Option<>(spec, usual);
    }

    /** Says what an option takes and what it is for. */
    final class Declaration {

        private final OptionSpec.Builder option;

        private Declaration(OptionSpec.Builder option) {
            this.option = option;
        }

        /** Takes nothing. */
        Option<Boolean> flag(String description) {
            // Without this it would be the opposite of its variable.
            return declared(option.type(boolean.class).fallbackValue("true").description(description), false);
        }

        Option<Boolean> hiddenFlag() {
            option.hidden(true);
            return flag("");
        }

        /** Is known, and changes nothing; neither does its form with {@code --no-}. */
        void hiddenNegatableFlag() {
            option.hidden(true);
            negatableFlag("");
        }

        /** Is known with its value, and changes nothing. */
        void hiddenText() {
            option.hidden(true);
            text("VALUE", "");
        }

        /** Is known, and never done. */
        void refused(String why) {
            declared(
                    option.hidden(true)
                            .arity("0..1")
                            .type(String.class)
                            .parameterConsumer((values, argument, command) -> {
                                throw new ParameterException(
                                        command.commandLine(), ((OptionSpec) argument).longestName() + ": " + why);
                            }),
                    null);
        }

        /** Has a form with {@code --no-}, which a script puts behind what it cannot change. */
        Option<Boolean> negatableFlag(String description) {
            option.negatable(true);
            return flag(description);
        }

        /** Is set unless it is negated. */
        Option<Boolean> flagThatIsSet(String description) {
            option.defaultValue("true");
            return negatableFlag(description);
        }

        /** Takes nothing, and may be given more than once: there is a value for each time. */
        Option<boolean[]> count(String description) {
            return declared(option.arity("0").type(boolean[].class).description(description), new boolean[0]);
        }

        Option<String> text(String label, String description) {
            return value(label, String.class, description);
        }

        /** May be given more than once. */
        Option<List<String>> texts(String label, String description) {
            return declared(
                    option.paramLabel(label)
                            .type(List.class)
                            .auxiliaryTypes(String.class)
                            .description(description),
                    List.of());
        }

        /** May be given more than once; each value is made in the order of the command line. */
        <T> Option<List<T>> values(String label, Class<T> type, ITypeConverter<T> made, String description) {
            return declared(
                    option.paramLabel(label)
                            .type(List.class)
                            .auxiliaryTypes(type)
                            .converters(made)
                            .description(description),
                    List.of());
        }

        <T> Option<T> value(String label, Class<T> type, String description) {
            return declared(option.paramLabel(label).type(type).description(description), null);
        }

        <T> Option<T> value(String label, Class<T> type, T usual, String description) {
            return declared(option.paramLabel(label).type(type).description(description), usual);
        }
    }
}
