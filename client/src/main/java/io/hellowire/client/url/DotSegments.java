package io.hellowire.client.url;

import java.util.ArrayList;
import java.util.List;

/** Takes {@code .} and {@code ..} out of a path, RFC 3986 section 5.2.4. */
final class DotSegments {

    private DotSegments() {}

    /** @param path begins with a slash */
    static String remove(String path) {
        List<String> kept = new ArrayList<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            boolean up = segments[i].equals("..");
            boolean here = segments[i].equals(".");
            if (up && !kept.isEmpty()) {
                kept.remove(kept.size() - 1);
            }
            if (!up && !here) {
                kept.add(segments[i]);
            } else if (last) {
                kept.add("");
            }
        }
        return "/" + String.join("/", kept);
    }
}
