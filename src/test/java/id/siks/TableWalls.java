package id.siks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whose tables a room names in its SQL: its own, what another room lends, and the engine's only where the engine is run. */
final class TableWalls {

    private static final Pattern NAMED =
            Pattern.compile("(?i)\\b(?:from|join|into|update|references|using|only|table|on)\\s+(?:("
                    + String.join("|", House.ROOMS) + ")\\.(\\w+)|(?:public\\.)?(act_\\w+))");

    /** The key of all areas, and the views the sign of their room tells of. */
    private static final Set<String> LENT = Set.of("area.area", "casework.shown_status", "casework.ended_case");

    private static final Set<String> ENGINE_ROOMS = Set.of("platform", "processadmin");

    /** A migration that filled new columns once with what their listeners keep since. */
    private static final Map<String, Set<String>> ONCE =
            Map.of("V202611280730__worklist_list_columns.sql", Set.of("casework.case_event", "casework.case_summary"));

    private TableWalls() {}

    /** Tables of others that the room names, each with the file. */
    static List<String> brokenBy(String room) {
        return Stream.of(Path.of("src/main/java/id/siks", room), Path.of("src/main/resources/db/migration", room))
                .filter(Files::exists)
                .flatMap(TableWalls::files)
                .flatMap(file -> foreign(room, text(file)).stream()
                        .filter(table -> !ONCE.getOrDefault(file.getFileName().toString(), Set.of())
                                .contains(table))
                        .map(table -> file.getFileName() + ": " + table))
                .toList();
    }

    /** Tables of others that a text of the room names. */
    static List<String> foreign(String room, String text) {
        return NAMED.matcher(text)
                .results()
                .filter(named -> named.group(3) == null ? !room.equals(named.group(1)) : !ENGINE_ROOMS.contains(room))
                .map(named -> named.group(3) == null ? named.group(1) + "." + named.group(2) : named.group(3))
                .filter(table -> !LENT.contains(table))
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
