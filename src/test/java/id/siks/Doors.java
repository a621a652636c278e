package id.siks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The doors of the house as built and as the access matrix knows them. */
public final class Doors {

    private Doors() {}

    /** One door: a method and a path pattern; how a variable is called does not make it another door. */
    public record Door(String method, String path) implements Comparable<Door> {

        private String shape() {
            return method + " " + path.replaceAll("\\{[^}]*}", "{}");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Door door && shape().equals(door.shape());
        }

        @Override
        public int hashCode() {
            return shape().hashCode();
        }

        @Override
        public int compareTo(Door other) {
            return shape().compareTo(other.shape());
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** One line of the matrix. */
    public record Line(Door door, Set<String> roles, boolean isForClients) {

        boolean isPublic() {
            return roles.contains("public");
        }

        boolean isForEverybody() {
            return isPublic() || roles.contains("*");
        }
    }

    /** Doors that controllers have; a mapping without a method opens to every method. */
    static Set<Door> built(RequestMappingHandlerMapping mapping) {
        Set<Door> doors = new TreeSet<>();
        for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            for (String path : info.getPatternValues()) {
                if (methods.isEmpty()) {
                    doors.add(new Door("*", path));
                }
                methods.forEach(method -> doors.add(new Door(method.name(), path)));
            }
        }
        return doors;
    }

    /** Doors found by what is sent: looking for them reads a body before anybody was asked who he is. */
    static List<String> chosenByWhatIsSent(Set<RequestMappingInfo> doors) {
        return doors.stream()
                .filter(info -> !info.getParamsCondition().isEmpty())
                .map(RequestMappingInfo::toString)
                .toList();
    }

    public static List<Line> matrix() {
        try {
            String text = new ClassPathResource("access/matrix.csv").getContentAsString(StandardCharsets.UTF_8);
            return lines(text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Line> lines(List<String> text) {
        return text.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.split(","))
                .map(cells -> new Line(
                        new Door(cells[0], cells[1]),
                        new TreeSet<>(Arrays.asList(cells[2].split("\\|"))),
                        cells.length > 3))
                .toList();
    }

    /** Sentences about doors and lines that do not belong together. */
    static List<String> mismatches(Set<Door> built, Set<Door> opened, Set<Door> withoutController) {
        List<String> faults = new ArrayList<>();
        built.stream()
                .filter(door -> !opened.contains(door))
                .forEach(door -> faults.add(door + " has no line in access/matrix.csv"));
        opened.stream()
                .filter(door -> !built.contains(door) && !withoutController.contains(door))
                .forEach(door -> faults.add(door + " in access/matrix.csv leads nowhere"));
        return faults;
    }
}
