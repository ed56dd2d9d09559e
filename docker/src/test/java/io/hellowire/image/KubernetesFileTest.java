package io.hellowire.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code kubernetes.yaml}, read by Kubernetes' own client: a misspelt, misplaced or missing field is refused. */
class KubernetesFileTest {

    private final List<JsonObject> documents = documents();
    private final JsonObject deployment = documents.get(0);
    private final JsonObject service = documents.get(1);
    private final JsonObject pod = object(deployment, "spec", "template", "spec");
    private final JsonObject container = pod.getAsJsonArray("containers").get(0).getAsJsonObject();

    @Test
    void isADeploymentAndAService() throws IOException {
        assertThat(documents).extracting(d -> d.get("kind").getAsString()).containsExactly("Deployment", "Service");
        V1Deployment.validateJsonElement(deployment);
        V1Service.validateJsonElement(service);
    }

    @Test
    void theSelectorsSelectThePod() {
        JsonObject labels = object(deployment, "spec", "template", "metadata", "labels");

        assertThat(object(deployment, "spec", "selector", "matchLabels")).isEqualTo(labels);
        assertThat(object(service, "spec", "selector")).isEqualTo(labels);
    }

    @Test
    void theServiceAndTheProbesNamePortsOfTheContainer() {
        List<String> named = new ArrayList<>();
        for (JsonElement port : object(service, "spec").getAsJsonArray("ports")) {
            named.add(port.getAsJsonObject().get("targetPort").getAsString());
        }
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            named.add(object(container, probe, "httpGet").get("port").getAsString());
        }

        assertThat(names(container.getAsJsonArray("ports"))).containsAll(named);
    }

    @Test
    void everyMountNamesAVolume() {
        assertThat(names(pod.getAsJsonArray("volumes"))).containsAll(names(container.getAsJsonArray("volumeMounts")));
    }

    /** <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">The strictest of the three</a>. */
    @Test
    void meetsTheRestrictedPodSecurityStandard() {
        JsonObject podContext = object(pod, "securityContext");
        JsonObject containerContext = object(container, "securityContext");

        assertThat(podContext.get("runAsNonRoot").getAsBoolean()).isTrue();
        assertThat(podContext.get("runAsUser").getAsInt()).isNotZero();
        assertThat(object(podContext, "seccompProfile").get("type").getAsString())
                .isEqualTo("RuntimeDefault");
        assertThat(containerContext.get("allowPrivilegeEscalation").getAsBoolean())
                .isFalse();
        assertThat(object(containerContext, "capabilities").getAsJsonArray("drop"))
                .extracting(JsonElement::getAsString)
                .containsExactly("ALL");
    }

    private static List<JsonObject> documents() {
        List<JsonObject> documents = new ArrayList<>();
        for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(text())) {
            documents.add(new Gson().toJsonTree(document).getAsJsonObject());
        }
        return documents;
    }

    private static String text() {
        try {
            return Files.readString(Path.of("kubernetes.yaml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonObject object(JsonObject root, String... path) {
        JsonObject object = root;
        for (String name : path) {
            object = object.getAsJsonObject(name);
        }
        return object;
    }

    private static List<String> names(JsonArray array) {
        List<String> names = new ArrayList<>();
        for (JsonElement element : array) {
            names.add(element.getAsJsonObject().get("name").getAsString());
        }
        return names;
    }
}
