package io.hellowire.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code kubernetes.yaml} and its examples, read by Kubernetes' own client: a misspelt, misplaced or missing field is refused. */
class KubernetesFileTest {

    private final List<JsonObject> documents = documents("kubernetes.yaml");
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

    @Test
    void theGreetingNamesThePod() {
        JsonObject variable = container.getAsJsonArray("env").get(0).getAsJsonObject();

        assertThat(variable.get("name").getAsString()).isEqualTo("HELLOWIRE_NAME");
        assertThat(object(variable, "valueFrom", "fieldRef").get("fieldPath").getAsString())
                .isEqualTo("metadata.name");
    }

    @Test
    void theIngressLeadsToAPortOfTheService() throws IOException {
        JsonObject ingress = documents("kubernetes-ingress.yaml").get(0);
        V1Ingress.validateJsonElement(ingress);
        JsonObject rule = object(ingress, "spec").getAsJsonArray("rules").get(0).getAsJsonObject();
        JsonObject path = object(rule, "http").getAsJsonArray("paths").get(0).getAsJsonObject();
        JsonObject backend = object(path, "backend", "service");

        assertThat(backend.get("name")).isEqualTo(object(service, "metadata").get("name"));
        assertThat(names(object(service, "spec").getAsJsonArray("ports")))
                .contains(object(backend, "port").get("name").getAsString());
    }

    /** The client knows no Gateway API, which is no part of Kubernetes itself. */
    @Test
    void theRouteLeadsToAPortOfTheService() {
        JsonObject route = documents("kubernetes-gateway.yaml").get(0);
        JsonObject rule = object(route, "spec").getAsJsonArray("rules").get(0).getAsJsonObject();
        JsonObject backend = rule.getAsJsonArray("backendRefs").get(0).getAsJsonObject();

        assertThat(backend.get("name")).isEqualTo(object(service, "metadata").get("name"));
        assertThat(object(service, "spec").getAsJsonArray("ports"))
                .anySatisfy(
                        port -> assertThat(port.getAsJsonObject().get("port").getAsInt())
                                .isEqualTo(backend.get("port").getAsInt()));
    }

    private static List<JsonObject> documents(String file) {
        List<JsonObject> documents = new ArrayList<>();
        for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(text(file))) {
            documents.add(new Gson().toJsonTree(document).getAsJsonObject());
        }
        return documents;
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
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
