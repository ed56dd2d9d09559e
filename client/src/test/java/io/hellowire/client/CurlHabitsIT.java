package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type for curl: the same bytes go out, and the same exit code comes back, as with curl itself. */
class CurlHabitsIT {

    @TempDir
    private static Path folder;

    /** {@code U} is the server, {@code F} a file of two lines, {@code O} one to be written, {@code _} a space. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "U/ok",
                "-s U/ok",
                "-sS U/ok",
                "-fsSL U/moved",
                "-L U/moved",
                "-f U/missing",
                "-sf U/missing",
                "-I U/ok",
                "-I -L U/moved",
                "-v U/ok",
                "-k U/ok",
                "-X DELETE U/ok",
                "-X PUT -d a=1 U/ok",
                "-d a=1 U/ok",
                "-d a=1 -d b=2 U/ok",
                "-da=1 U/ok",
                "-d @F U/ok",
                "-d '' U/ok",
                "--data-binary @F U/ok",
                "--data-raw @a U/ok",
                "--data-urlencode q=a&b=c U/ok",
                "--data-urlencode name@F U/ok",
                "-G -d a=1 U/ok",
                "-G --data-urlencode q=a&b U/ok?x=1",
                "-H A:_1 U/ok",
                "-H A; U/ok",
                "-H Accept: U/ok",
                "-H User-Agent:_x U/ok",
                "-H Host:_other U/ok",
                "-H Content-Type:_application/json -d {} U/ok",
                "-H Content-Type:_application/json -X POST --data-raw {} U/ok",
                "-H Transfer-Encoding:_chunked -d a U/ok",
                "-H Authorization:_Bearer_x U/ok",
                "--json {\"a\":1} U/ok",
                "--json @F U/ok",
                "-A me U/ok",
                "-A me -H User-Agent:_you U/ok",
                "-A '' U/ok",
                "-e http://from/ U/ok",
                "-u me:secret U/ok",
                "-u me:secret -X POST U/ok",
                "-b a=1 U/ok",
                "-L -b a=1 U/moved",
                "-c O U/ok",
                "-r 0-4 U/ok",
                "-o O U/ok",
                "-so O U/ok",
                "-F a=1 U/ok",
                "-F f=@F U/ok",
                "-F f=@F;type=text/css;filename=g -F a=b U/ok",
                "-T F U/ok",
                "-T F U/",
                "-0 U/ok",
                "--http1.1 U/ok",
                "-m 5 U/ok",
                "--connect-timeout 5 U/ok",
                "--max-redirs 0 -L U/moved",
                "--url U/ok",
                "-4 U/ok",
                "-g U/ok?a=[1]",
                "-N U/ok",
                "-# -o O U/ok",
                "--no-progress-meter U/ok",
                "-L -d a=1 U/moved",
                "-X POST U/ok",
                "--path-as-is U/a/../ok",
                "http://127.0.0.1:1/",
                "-o a U/ok -o b U/x",
                "-O U/dir/c.txt?q -O U/d.txt",
                "-LO U/dir/c.txt",
                "--remote-name-all U/dir/c.txt U/d.txt",
                "-o a U/ok U/x",
                "-O U/",
                "-OJ U/named",
                "-O -J U/plain.txt",
                "-i U/ok",
                "-i -L U/moved",
                "-i -o a U/ok",
                "-I -o a U/ok",
                "-i -f U/missing",
                "-D - U/ok",
                "-D - -L -o O U/moved",
                "-D O U/ok U/ok",
                "-f -o a U/missing",
                "--fail-with-body U/missing",
                "--fail-with-body -o a U/missing",
                "-w %{http_code} U/ok",
                "-w %{http_code}:%{num_redirects}:%{size_download}:%{content_type}:%{method}\\n -L U/moved",
                "-w %header{connection}%%\\t%{redirect_url} U/moved",
                "-s -o /dev/null -w %{response_code}/%{http_version}/%{num_headers}/%{size_header}/%{urlnum} U/a U/b",
                "-s -w %{http_code}/%{exitcode}/%{num_connects} http://127.0.0.1:1/",
                "-w %{header_json} -o /dev/null U/ok",
                "-w %{onerror}no U/ok",
                "-w %{stderr}x%{stdout}y U/ok",
                "-w @F U/ok",
                "-w %{size_upload}/%{size_request} -d abc U/ok",
                "-H @H U/ok",
                "-z 20200102 U/ok",
                "-z -Thu,_02_Jan_2020_03:04:05_GMT U/ok",
                "-z 2_Jan_2020 U/ok",
                "--url-query a=b_c U/ok",
                "--url-query +a=b U/ok?x=1",
                "--url-query b --url-query c U/ok#top",
                "--oauth2-bearer abc U/ok",
                "--digest -u me:secret U/digest",
                "--digest -u me:secret U/digest-sha",
                "--digest -u me:secret U/digest?a=b",
                "--digest -u me:secret -d a=1 U/digest",
                "--digest -u me:secret -T F U/digest",
                "--digest -u me:secret U/ok",
                "--digest -u me:secret -o a U/digest",
                "--anyauth -u me:secret U/digest",
                "--anyauth -u me:secret U/any",
                "--anyauth -u me:secret U/ok",
                "--anyauth -u me:secret -d a=1 U/any",
                "--basic -u me:secret U/ok",
                "-f --digest -u me:secret U/any",
                "--location-trusted -u me:secret U/moved",
                "-L --post301 -d a=1 U/status/301",
                "-L --post302 -d a=1 U/status/302",
                "-L --post303 -d a=1 U/status/303",
                "-L -d a=1 U/status/303",
                "-L -d a=1 U/status/307",
                "--retry 2 U/busy",
                "--retry 1 -f U/missing",
                "--retry 1 --retry-max-time 1 U/busy",
                "--limit-rate 1M U/ok",
                "--haproxy-protocol U/ok",
                "--socks5 127.0.0.1:1 U/ok",
                "-F f=@L -F a=b U/ok",
                "-F a=b -F f=@L;type=text/css -F g=@L U/ok",
                "-H Transfer-Encoding:_chunked -F f=@F U/ok",
                "--create-dirs -o p/q/a U/ok",
                "-d -v U/ok",
                "-r -5 U/ok",
            })
    void sendTheSameAndEndTheSame(String line) throws Exception {
        Files.writeString(folder.resolve("file.txt"), "one\ntwo\n");
        Files.writeString(folder.resolve("fields.txt"), "A: 1\n\nB: 2\r\n");
        Files.writeString(folder.resolve("large.bin"), "0123456789".repeat(150_000));
        Path named = folder.resolve("ours");
        Map<String, String> ours =
                Map.of("HELLOWIRE_REPORT", "", "HELLOWIRE_PROFILE", "curl", "HELLOWIRE_OUTPUT_DIR", named.toString());
        Files.createDirectories(named);
        Path curls = Files.createDirectories(folder.resolve("curls"));

        String mine = said(line, words -> {
            ClientRun run = ClientRun.with(ours, "", words);
            return run.exit() + "\n" + (line.startsWith("-v ") ? "hello" : run.out()); // which has a report
        });

        assertThat(mine).isEqualTo(said(line, words -> {
            ProgramResult result = Program.named("curl").in(curls).run(words);
            return result.exitCode() + "\n" + result.out();
        }));
        assertThat(WrittenFiles.takenFrom(named)).isEqualTo(WrittenFiles.takenFrom(curls));
    }

    /** What went out, and what became of it. */
    private static String said(String line, Run run) throws Exception {
        try (Relay relay = Relay.start()) {
            String url = "http://127.0.0.1:" + relay.port();
            String[] words = Stream.of(line.split(" "))
                    .map(word -> word.equals("''") ? "" : word.replace('_', ' '))
                    .map(word -> word.startsWith("U/") ? url + word.substring(1) : word)
                    .map(word -> word.replace("F;", file() + ";").replaceAll("(?<=^|@)F$", file()))
                    .map(word -> word.replaceAll(
                            "(?<=^|@)H$", folder.resolve("fields.txt").toString()))
                    .map(word -> word.replaceAll(
                            "(?<=@)L", folder.resolve("large.bin").toString()))
                    .map(word -> word.equals("O") ? folder.resolve("written").toString() : word)
                    .toArray(String[]::new);
            String ended = run.ended(words);
            return ended + "\n" + relay.said().replaceAll("User-Agent: curl/[0-9.]+", "User-Agent: curl");
        }
    }

    private static String file() {
        return folder.resolve("file.txt").toString();
    }

    private interface Run {
        String ended(String... words);
    }
}
