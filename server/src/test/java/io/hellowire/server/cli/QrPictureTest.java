package io.hellowire.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.List;
import org.junit.jupiter.api.Test;

class QrPictureTest {

    private static final String URL = "http://192.168.1.20:8080/";

    private final List<String> picture = QrPicture.of(URL);

    @Test
    void isReadAsTheUrl() throws FormatException, ChecksumException {
        assertThat(new Decoder().decode(squares()).getText()).isEqualTo(URL);
    }

    @Test
    void hasALightBorder() {
        String light = QrPicture.LIGHT.repeat(picture.size()) + QrPicture.PLAIN;

        assertThat(picture).startsWith(light, light).endsWith(light, light);
        assertThat(picture).allSatisfy(line -> assertThat(line).startsWith(QrPicture.LIGHT.repeat(QrPicture.BORDER)));
    }

    @Test
    void leavesTheTerminalAsItWas() {
        assertThat(picture).allSatisfy(line -> assertThat(line).endsWith(QrPicture.PLAIN));
    }

    private boolean[][] squares() {
        int size = picture.size() - 2 * QrPicture.BORDER;
        boolean[][] dark = new boolean[size][size];
        for (int y = 0; y < size; y++) {
            String[] row = picture.get(y + QrPicture.BORDER).split("  ", -1);
            for (int x = 0; x < size; x++) {
                dark[y][x] = (row[x + QrPicture.BORDER] + "  ").equals(QrPicture.DARK);
            }
        }
        return dark;
    }
}
