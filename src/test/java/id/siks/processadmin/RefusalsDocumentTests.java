package id.siks.processadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the desks refuse is documented with an example each; what the check refuses is guarded beside it. */
class RefusalsDocumentTests {

    private static final Path DOCUMENT = Path.of("src/docs/refusals.md");
    private static final Path MESSAGES = Path.of("src/main/resources/messages/processadmin.properties");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z]+\\.[A-Za-z._-]+)` \\|([^|]*)\\|([^|]*)\\|([^|]*)\\|$");
    private static final Pattern SENTENCE =
            Pattern.compile("processadmin\\.(draft|release|withdraw|replay|bundle|migration)\\.error\\.(.+)");
    private static final Pattern STAY = Pattern.compile("processadmin\\.migration\\.(fault)\\.(.+)");

    @Test
    void every_refusal_of_a_desk_is_documented_and_no_other() throws IOException {
        assertThat(documented(Files.readString(DOCUMENT))).isEqualTo(said());
    }

    @Test
    void a_row_without_example_is_no_row() {
        assertThat(documented("| `draft.kind` | No kind. | | Choose one. |\n")).isEmpty();
    }

    @Test
    void whatever_is_said_of_a_file_says_what_to_do() throws IOException {
        Pattern ofFile = Pattern.compile("processadmin\\.(bundle\\.error|draft\\.error\\.content)\\..+");
        Pattern toDo = Pattern.compile(
                "\\b(Pilih|Pakai|Buat|Unduh|Unggah|Masukkan|Perbarui|Lihat|Simpan|pecah|hanya boleh)\\b");

        assertThat(messages().entrySet().stream()
                        .filter(message ->
                                ofFile.matcher((String) message.getKey()).matches())
                        .filter(message -> !message.getKey().equals("processadmin.draft.error.content.xml"))
                        .filter(message ->
                                !toDo.matcher((String) message.getValue()).find()))
                .isEmpty();
    }

    private static Set<String> documented(String document) {
        return ROW.matcher(document)
                .results()
                .filter(row -> !row.group(2).isBlank()
                        && !row.group(3).isBlank()
                        && !row.group(4).isBlank())
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties messages() throws IOException {
        Properties messages = new Properties();
        try (Reader file = Files.newBufferedReader(MESSAGES)) {
            messages.load(file);
        }
        return messages;
    }

    private static Set<String> said() throws IOException {
        return messages().stringPropertyNames().stream()
                .flatMap(key -> Stream.of(SENTENCE, STAY)
                        .flatMap(said -> said.matcher(key).results()))
                .map(RefusalsDocumentTests::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String rule(MatchResult key) {
        return key.group(1) + "." + key.group(2);
    }
}
