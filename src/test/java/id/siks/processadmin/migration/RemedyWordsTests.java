package id.siks.processadmin.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever keeps a plan or a case from moving says what to do next, and quotes nothing that is not on the page. */
class RemedyWordsTests {

    private static final String ROOM = "processadmin.migration.";
    private static final Pattern QUOTED = Pattern.compile("[«“]([^»”]+)[»”]");

    @ParameterizedTest
    @ValueSource(strings = {"processadmin", "processadmin_en"})
    void every_refusal_leads_on(String file) throws IOException {
        Properties words = new Properties();
        try (Reader text = Files.newBufferedReader(Path.of("src/main/resources/messages/" + file + ".properties"))) {
            words.load(text);
        }

        assertThat(faults(words)).isEmpty();
    }

    @Test
    void one_that_only_complains_and_one_that_quotes_another_page_are_noticed() {
        Properties words = new Properties();
        words.setProperty(ROOM + "drop", "Batalkan rencana");
        words.setProperty(ROOM + "fault.BUSY", "Perkara ini sedang dikerjakan.");
        words.setProperty(ROOM + "error.own", "Bukan oleh Anda. Tekan «Hapus rencana».");
        words.setProperty(ROOM + "error.state", "Sudah ada. Tekan «Batalkan rencana».");

        assertThat(faults(words))
                .containsExactlyInAnyOrder(
                        ROOM + "fault.BUSY says not what to do", ROOM + "error.own quotes Hapus rencana");
    }

    private static List<String> faults(Properties words) {
        List<String> faults = new ArrayList<>();
        Set<String> page = new HashSet<>();
        words.stringPropertyNames().stream()
                .filter(key -> key.startsWith(ROOM) && !isRefusal(key))
                .forEach(key -> page.add(words.getProperty(key)));
        words.stringPropertyNames().stream()
                .filter(RemedyWordsTests::isRefusal)
                .sorted()
                .forEach(key -> {
                    String said = words.getProperty(key);
                    if (key.startsWith(ROOM + "fault.") && !said.strip().contains(". ")) {
                        faults.add(key + " says not what to do");
                    }
                    QUOTED.matcher(said)
                            .results()
                            .map(quote -> quote.group(1))
                            .filter(quote -> !page.contains(quote))
                            .forEach(quote -> faults.add(key + " quotes " + quote));
                });
        return faults;
    }

    private static boolean isRefusal(String key) {
        return key.startsWith(ROOM + "fault.") || key.startsWith(ROOM + "error.");
    }
}
