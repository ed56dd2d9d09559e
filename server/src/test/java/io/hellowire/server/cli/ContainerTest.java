package io.hellowire.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.cli.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerTest {

    @ParameterizedTest
    @CsvSource({
        "HOSTNAME=here, ,",
        "container=, ,",
        "container=oci HOSTNAME=3f2a, docker, 3f2a",
        "container=docker, docker, CONTAINER",
        "container=podman HOSTNAME=3f2a, podman, 3f2a",
        "container=oci HOSTNAME=hello-7d KUBERNETES_SERVICE_HOST=10.0.0.1, kubectl, hello-7d"
    })
    void isKnownByWhatEnginesSay(String variables, @Nullable String command, @Nullable String name) {
        Map<String, String> environment = Stream.of(variables.split(" "))
                .map(variable -> variable.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

        assertThat(Container.around(environment))
                .isEqualTo(command == null || name == null ? null : new Container(command, name));
    }

    @Test
    void saysWhatIsTypedOutside() {
        Container docker = new Container("docker", "3f2a");
        Container pod = new Container("kubectl", "hello-7d");

        assertThat(docker.published(List.of(8080, 8443))).isEqualTo("docker run -p 8080:8080 -p 8443:8443 ...");
        assertThat(docker.copied(Path.of("/state/hellowire.pem"))).isEqualTo("docker cp 3f2a:/state/hellowire.pem .");
        assertThat(pod.published(List.of(8080))).isEqualTo("kubectl port-forward pod/hello-7d 8080:8080");
        assertThat(pod.copied(Path.of("/state/hellowire.pem")))
                .isEqualTo("on a volume at /state, or from the wire: " + Tool.CLIENT.typed() + " --save-certs FILE");
    }
}
