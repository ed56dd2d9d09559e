package io.hellowire.testkit;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds classes that know each other in a circle, so that none can be read without the others. */
public final class ClassCycles {

    private final Map<String, Set<String>> known = new HashMap<>();

    private ClassCycles(JavaClasses classes) {
        for (JavaClass each : classes) {
            Set<String> others = known.computeIfAbsent(outermost(each), name -> new TreeSet<>());
            each.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .filter(other -> classes.contain(other.getName()) && !isPermittedBy(each, other))
                    .forEach(other -> others.add(outermost(other)));
        }
    }

    /**
     * The circles of more than so many classes, nested ones counted with the one around them. That a sealed type names those
     * it permits does not count: such a family is one thing.
     */
    public static List<Set<String>> largerThan(int most, JavaClasses classes) {
        ClassCycles cycles = new ClassCycles(classes);
        List<Set<String>> found = new ArrayList<>();
        for (String each : new TreeSet<>(cycles.known.keySet())) {
            Set<String> circle = cycles.around(each);
            if (circle.size() > most && !found.contains(circle)) {
                found.add(circle);
            }
        }
        return found;
    }

    private Set<String> around(String name) {
        Set<String> circle = new TreeSet<>(List.of(name));
        for (String other : reachedFrom(name)) {
            if (reachedFrom(other).contains(name)) {
                circle.add(other);
            }
        }
        return circle;
    }

    private Set<String> reachedFrom(String name) {
        Set<String> reached = new TreeSet<>();
        List<String> next = new ArrayList<>(List.of(name));
        while (!next.isEmpty()) {
            for (String other : known.getOrDefault(next.remove(next.size() - 1), Set.of())) {
                if (reached.add(other)) {
                    next.add(other);
                }
            }
        }
        return reached;
    }

    private static String outermost(JavaClass each) {
        return each.getName().replaceFirst("\\$.*", "");
    }

    private static boolean isPermittedBy(JavaClass sealed, JavaClass other) {
        Class<?>[] permitted = sealed.reflect().getPermittedSubclasses();
        return permitted != null
                && Arrays.stream(permitted).anyMatch(each -> each.getName().equals(other.getName()));
    }
}
