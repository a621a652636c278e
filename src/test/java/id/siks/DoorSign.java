package id.siks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sign on a room's door: what it is, owns, asks and announces. Events are records called by a noun and a participle.
 *
 * @param text words of the package's Javadoc
 */
record DoorSign(String text) {

    private static final List<String> PARTS = List.of("<b>Is</b>", "<b>Owns</b>", "<b>Asks</b>", "<b>Announces</b>");
    private static final Pattern NAME = Pattern.compile("\\{@code ([A-Z]\\w+)}");
    private static final Pattern EVENT = Pattern.compile("([A-Z][a-z]+)+([A-Z][a-z]*ed|Overdue|Won|Sent|Lost)");

    static DoorSign on(Path room) {
        try {
            return new DoorSign(Files.readString(room.resolve("package-info.java")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What the sign lacks or promises in vain.
     *
     * @param records names of the room's records
     * @param house names of all records: a room may announce in the words of a room below
     */
    List<String> faults(Set<String> records, Set<String> house) {
        List<String> faults = new ArrayList<>();
        PARTS.stream().filter(part -> !text.contains(part)).forEach(part -> faults.add("does not say " + part));
        Set<String> announced = announced();
        Set<String> events = records.stream().filter(DoorSign::isEvent).collect(Collectors.toCollection(TreeSet::new));
        announced.stream().filter(e -> !house.contains(e)).forEach(e -> faults.add("announces " + e + " in vain"));
        events.stream().filter(e -> !announced.contains(e)).forEach(e -> faults.add("conceals " + e));
        return faults;
    }

    private Set<String> announced() {
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(text.substring(Math.max(0, text.indexOf("<b>Announces</b>"))));
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    private static boolean isEvent(String record) {
        return EVENT.matcher(record).matches();
    }

    /** Names of the public top-level records of a room and of its open packages. */
    static Set<String> records(Path room) {
        try (Stream<Path> files = Files.walk(room)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> read(f).contains("\npublic record "))
                    .map(f -> f.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
