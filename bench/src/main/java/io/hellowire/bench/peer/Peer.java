package io.hellowire.bench.peer;

import io.hellowire.bench.process.Child;
import io.hellowire.bench.process.Jdk;
import io.hellowire.bench.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A server program and what it is started with. In commands and files {@code {name}} stands for what the site has under
 * that name.
 *
 * @param name how it is called in the table
 * @param needs the programs, or files by absolute path, without which it cannot run
 * @param files the resources that are placed in its folder
 * @param preparation the command that is run first, such as a compiler; empty for none
 * @param command the command that starts it
 */
public record Peer(
        String name, List<String> needs, List<String> files, List<String> preparation, List<String> command) {

    public Peer {
        needs = List.copyOf(needs);
        files = List.copyOf(files);
        preparation = List.copyOf(preparation);
        command = List.copyOf(command);
    }

    /** Whether this machine has all it needs. */
    public boolean isPresent() {
        return needs.stream()
                .allMatch(need -> need.startsWith("/") ? Files.exists(Path.of(need)) : Programs.isPresent(need));
    }

    /** The same with these arguments too, under another name. */
    public Peer with(String newName, String... arguments) {
        List<String> longer = new ArrayList<>(command);
        longer.addAll(List.of(arguments));
        return new Peer(newName, needs, files, preparation, longer);
    }

    /** The same, run by that JDK if it is written in Java. */
    public Peer by(Jdk jdk) {
        List<String> other =
                command.stream().map(word -> word.replace("{java}", jdk.java())).toList();
        return new Peer(name, needs, files, preparation, other);
    }

    /** Places its files in a new site and prepares it, up to the point where its command can be run. */
    public Site settle(KeyKind key) throws IOException {
        Site site = Site.create(key);
        for (String file : files) {
            site.place(file);
        }
        if (!preparation.isEmpty()) {
            Child.run(preparation.stream().map(site::fill).toList());
        }
        return site;
    }

    /** The command that starts it there. */
    public List<String> commandIn(Site site) {
        return command.stream().map(site::fill).toList();
    }
}
