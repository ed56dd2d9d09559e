package io.hellowire.client.cli;

import io.hellowire.cli.FileNameText;
import io.hellowire.client.cli.Download.Naming;
import io.hellowire.client.step.StepException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** The options that say which file the content of each URL goes to. */
final class DownloadArguments extends Arguments {

    private final Option<List<String>> files = named("-o", "--output")
            .texts(
                    "FILE",
                    "Write the whole content to this file; - for standard output. The first -o or -O is for the first URL,"
                            + " and so on.");

    private final Option<boolean[]> remoteNames =
            named("-O", "--remote-name").count("Like -o, with the last part of the URL's path for a name.");

    private final Option<Boolean> allRemoteNames = named("--remote-name-all").flag("Use -O for every URL.");

    private final Option<Boolean> serverNames = named("-J", "--remote-header-name")
            .negatableFlag("With -O: use the name in Content-Disposition; never replace a file.");

    private final Option<Path> folder = named("--output-dir").value("FOLDER", Path.class, "Folder for -o and -O.");

    private final Option<Boolean> createFolders =
            named("--create-dirs").negatableFlag("Make the folders that -o and -O need.");

    private final Option<String> resume =
            named("-C", "--continue-at").text("-", "With -o or -O: resume where the file ends.");

    /**
     * The URLs, each with its file: as with curl, the first file is for the first URL, and so on.
     *
     * @param given the options in the order of the command line, each as often as it is there
     */
    List<Download> downloads(List<String> urls, List<OptionSpec> given) throws StepException {
        List<@Nullable String> names = names(given);
        if (names.size() > urls.size()) {
            throw UsageError.of("--output, --remote-name: " + names.size() + " of them for " + urls.size()
                    + (urls.size() == 1 ? " URL" : " URLs") + " (expected: one for each URL at most)");
        }
        List<Download> downloads = new ArrayList<>();
        for (int i = 0; i < urls.size(); i++) {
            boolean isSaid = i < names.size();
            String name = isSaid ? names.get(i) : null;
            boolean isRemote = isSaid ? name == null : allRemoteNames.value();
            Naming naming = !isRemote ? Naming.BY_USER : serverNames.value() ? Naming.BY_SERVER : Naming.BY_URL;
            String file = isRemote ? Download.lastPart(urls.get(i)) : name;
            downloads.add(new Download(urls.get(i), i, file, naming));
        }
        return downloads;
    }

    /** What -o and -O say in their order, {@code null} for -O; what a variable says comes last. */
    private List<@Nullable String> names(List<OptionSpec> given) {
        List<@Nullable String> names = new ArrayList<>();
        Iterator<String> said = files.value().iterator();
        for (OptionSpec option : given) {
            if (files.is(option) && said.hasNext()) {
                names.add(said.next());
            } else if (remoteNames.is(option)) {
                names.add(null);
            }
        }
        said.forEachRemaining(names::add);
        return names;
    }

    /** The file of this name where it is to be, in a folder that is there if it may be made. */
    Path place(String name) throws StepException {
        Path file = folder.given() == null
                ? FileNameText.path(name)
                : folder.given().resolve(name);
        Path parent = file.toAbsolutePath().getParent();
        try {
            if (createFolders.value() && parent != null) {
                Files.createDirectories(parent);
            }
            return file;
        } catch (IOException e) {
            throw FileFailure.notWritten(file.toString(), e);
        }
    }

    void check(@Nullable String file) throws StepException {
        if (resume.given() != null && (!resume.given().equals("-") || file == null || file.equals("-"))) {
            throw UsageError.of("--continue-at: " + resume.given() + " (expected: -, together with -o FILE or -O)");
        }
    }

    boolean resumes() {
        return resume.given() != null;
    }
}
