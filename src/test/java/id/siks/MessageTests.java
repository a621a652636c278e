package id.siks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every text is said somewhere, in both languages, and stands with the room that says it. */
class MessageTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final String ENGLISH = "_en.properties";
    private static final List<Path> SPEAKERS = List.of(
            Path.of("src/main/java"),
            Path.of("src/main/resources/templates"),
            Path.of("src/main/frontend"),
            Path.of("forms"));

    private static final Pattern WORD = Pattern.compile("[A-Za-z][\\w-]*(?:\\.[\\w-]+)+");
    // A key whose end is put together: the dot stands before a quote, a variable or the end of a text.
    private static final Pattern BEGINNING = Pattern.compile("[a-z][\\w-]*(?:\\.[\\w-]+)*\\.(?=[\"'`$%{|+])");
    // The titles of tasks are called by room and task.
    private static final Pattern TITLE = Pattern.compile("[a-z]+\\.task\\.[a-z-]+");

    private static final Pattern KEY = Pattern.compile("^([^#=\\s]+)\\s*=", Pattern.MULTILINE);
    private static final Pattern PLACE = Pattern.compile("\\{\\d");
    private static final Pattern QUOTED = Pattern.compile("''|'[{}]'");

    @Test
    void every_message_is_said_somewhere() {
        assertThat(unsaid(keys(false), spoken())).isEmpty();
    }

    @Test
    void a_message_nobody_says_is_noticed() {
        String code = "Message.of(\"room.title\"); \"room.state.\" + state; `room.sort.${sort}`";

        assertThat(unsaid(
                        Set.of("room.title", "room.state.OPEN", "room.sort.due", "room.task.look", "room.late"), code))
                .containsExactly("room.late");
    }

    @Test
    void whatever_is_said_in_one_language_is_said_in_the_other() {
        assertThat(keys(true)).isEqualTo(keys(false));
    }

    @Test
    void every_message_begins_with_the_room_whose_file_it_stands_in() {
        assertThat(homeless(MESSAGES)).isEmpty();
    }

    @Test
    void a_message_of_no_room_or_of_another_is_noticed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("register.properties"), "register.title=x\nprogram.title=x\n");
        Files.writeString(folder.resolve("forms_en.properties"), "forms.required=x\n");

        assertThat(homeless(folder))
                .containsExactly("forms.required in forms_en.properties", "program.title in register.properties");
    }

    @Test
    void apostrophes_are_doubled_only_where_words_are_put_in() {
        assertThat(misquoted(MESSAGES)).isEmpty();
    }

    @Test
    void an_apostrophe_that_would_be_lost_or_shown_twice_is_noticed(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("processadmin_en.properties"),
                """
                processadmin.check.rule=The file's end
                processadmin.given=The {0}''s end, as '{'x'}'
                processadmin.lost=The {0}'s end
                processadmin.plain=The file's end
                processadmin.twice=The file''s end
                """);

        assertThat(misquoted(folder))
                .containsExactly("processadmin.check.rule", "processadmin.lost", "processadmin.twice");
    }

    @Test
    void every_message_is_written_once() {
        assertThat(repeated(MESSAGES)).isEmpty();
    }

    @Test
    void a_message_that_takes_the_place_of_another_is_noticed(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("register.properties"),
                """
                # register.title=no message
                register.title=x
                register.late=x
                register.title = y
                """);

        assertThat(repeated(folder)).containsExactly("register.title in register.properties");
    }

    private static List<String> repeated(Path folder) {
        return files(folder)
                .flatMap(file -> {
                    Set<String> seen = new TreeSet<>();
                    return KEY.matcher(text(file))
                            .results()
                            .map(found -> found.group(1))
                            .filter(key -> !seen.add(key))
                            .map(key -> key + " in " + file.getFileName());
                })
                .toList();
    }

    private static List<String> misquoted(Path folder) {
        return files(folder)
                .map(MessageTests::read)
                .flatMap(messages -> messages.stringPropertyNames().stream()
                        .filter(key -> isMisquoted(key, messages.getProperty(key))))
                .sorted()
                .toList();
    }

    /** Only a text that is given something is read as a pattern; what the check says of an element is always given its name. */
    private static boolean isMisquoted(String key, String text) {
        boolean pattern = PLACE.matcher(text).find() || key.startsWith("processadmin.check.");
        return pattern ? QUOTED.matcher(text).replaceAll("").contains("'") : text.contains("''");
    }

    private static List<String> homeless(Path folder) {
        return files(folder)
                .flatMap(file -> read(file).stringPropertyNames().stream()
                        .filter(key -> !isAtHome(key, file))
                        .map(key -> key + " in " + file.getFileName()))
                .sorted()
                .toList();
    }

    private static boolean isAtHome(String key, Path file) {
        String room = file.getFileName().toString().replaceFirst("(_en)?\\.properties$", "");
        return House.ROOMS.contains(room) && key.startsWith(room + ".");
    }

    private static List<String> unsaid(Set<String> keys, String code) {
        Set<String> words = all(WORD, code);
        Set<String> beginnings = all(BEGINNING, code);
        return keys.stream()
                .filter(key -> !words.contains(key) && !TITLE.matcher(key).matches())
                .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                .sorted()
                .toList();
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Set<String> keys(boolean english) {
        Set<String> keys = new TreeSet<>();
        files(MESSAGES)
                .filter(file -> file.toString().endsWith(ENGLISH) == english)
                .forEach(file -> keys.addAll(read(file).stringPropertyNames()));
        return keys;
    }

    private static Properties read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties messages = new Properties();
            messages.load(reader);
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String spoken() {
        return SPEAKERS.stream()
                .flatMap(MessageTests::files)
                .filter(file -> !file.toString().contains("node_modules"))
                .map(MessageTests::text)
                .collect(Collectors.joining("\n"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
