package io.hellowire.bench.compare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PlotTest {

    @Test
    void drawsOneBarForEachRow() throws Exception {
        Row faster = new Row("a", "us", "nginx", List.of(new Sample(1, 1, 1)), List.of(new Sample(2, 1, 1)));
        Row offTheScale = new Row("b", "us", "go", List.of(new Sample(1000, 1, 1)), List.of(new Sample(1, 1, 1)));

        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        Plot.svg(List.of(faster, offTheScale)).getBytes(UTF_8)));

        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(2);
    }
}
