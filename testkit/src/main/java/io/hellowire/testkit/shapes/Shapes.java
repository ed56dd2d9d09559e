package io.hellowire.testkit.shapes;

import java.util.ArrayList;
import java.util.List;

/** All shapes of certificates that clients are known, or suspected, to judge differently. */
public final class Shapes {

    /** The name that most of them are for. */
    static final String HOST = "dev.test";

    private final SignedCertificate root = Draft.authority("Shapes").selfSigned();
    private final List<Shape> all = new ArrayList<>();

    private Shapes() {}

    /** Makes all of them. */
    public static List<Shape> all() {
        Shapes shapes = new Shapes();
        NameShapes.addTo(shapes);
        KeyShapes.addTo(shapes);
        UsageShapes.addTo(shapes);
        ChainShapes.addTo(shapes);
        ConstraintShapes.addTo(shapes);
        UnreadableShapes.addTo(shapes);
        return List.copyOf(shapes.all);
    }

    /** The authority that all trust. */
    SignedCertificate root() {
        return root;
    }

    /** A certificate for {@link #HOST}, signed by the authority. */
    void signed(String name, Draft draft) {
        signed(name, HOST, draft);
    }

    void signed(String name, String host, Draft draft) {
        add(name, host, List.of(draft.signedBy(root)), root);
    }

    /** A certificate that is trusted by itself. */
    void self(String name, Draft draft) {
        self(name, HOST, draft);
    }

    void self(String name, String host, Draft draft) {
        SignedCertificate made = draft.subject("CN=" + name).selfSigned();
        add(name, host, List.of(made), made);
    }

    void add(String name, String host, List<SignedCertificate> sent, SignedCertificate trusted) {
        all.add(new Shape(name, host, sent, List.of(trusted)));
    }
}
