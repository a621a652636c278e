package id.siks.processadmin.migration;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.processadmin.migration.DryRun.Outlook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** What is not in the file of cases that stay, it says. */
@EngineTest
class StayFileTests {

    private static final AreaCode VILLAGE = new AreaCode("1671011003");
    private static final String REF = "UJI-1671-26-000001";

    @Autowired
    StayFile file;

    @Autowired
    DryRun dryRun;

    @Autowired
    MovingCases cases;

    @Autowired
    Pairs pairs;

    @Autowired
    TestActors people;

    private String key;
    private Pair pair;

    @BeforeEach
    void inIndonesian() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("id"));
    }

    @AfterEach
    void asItWas() {
        cases.end(key);
        LocaleContextHolder.resetLocaleContext();
    }

    @BeforeEach
    void twoVersions() {
        key = "test-staying-" + UUID.randomUUID().toString().substring(0, 8);
        cases.version(key, MovingCases.model(MovingCases.BARE, key));
        cases.version(key, MovingCases.model(MovingCases.WATCHED, key));
        pair = pairs.of(key, 1, 2);
    }

    @Test
    void a_list_that_is_cut_says_so_and_one_that_is_whole_says_what_has_no_number() throws IOException {
        assertThat(lastLine(StayLines.MOST, 7, REF))
                .contains("dan 7 lainnya; berkas ini memuat paling banyak 100.000 nomor");
        assertThat(lastLine(3, 7, null)).contains("7 bagian tanpa nomor perkara sendiri");
        assertThat(lastLine(StayLines.MOST, 0, null)).contains(REF);
    }

    private String lastLine(int listed, int more, String ref) throws IOException {
        Objection why = new Objection(null, MoveFault.NO_PLACE);
        List<String> lines = lines(told -> {
            told.begin(pair);
            Collections.nCopies(listed, REF).forEach(one -> told.stays(why, one));
            Collections.nCopies(more, ref).forEach(one -> told.stays(why, one));
        });
        return lines.get(lines.size() - 1);
    }

    private List<String> lines(Consumer<StayLines> told) throws IOException {
        try (InputStream csv = file.take(
                        people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN))), "plan." + key, told)
                .getBody()
                .getInputStream()) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void where_no_case_can_move_their_numbers_are_known_all_the_same() throws IOException {
        CaseRef one = cases.open(key, VILLAGE);
        CaseRef other = cases.open(key, VILLAGE);
        Outlook outlook = dryRun.allStay(pairs.of(key, 2, 1), new Objection(null, MoveFault.NO_PLACE));

        assertThat(outlook.stays()).singleElement().satisfies(stay -> {
            assertThat(stay.cases()).isEqualTo(2);
            assertThat(stay.refs()).containsExactly(one.value(), other.value());
        });
        Objection why = new Objection(null, MoveFault.NO_PLACE);
        Pair back = pairs.of(key, 2, 1);
        assertThat(lines(told -> {
                    told.begin(back);
                    dryRun.eachOfAll(back, ref -> told.stays(why, ref));
                }))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("\"2\"") && line.endsWith("\"" + one + "\""))
                .anyMatch(line -> line.endsWith("\"" + other + "\""));
    }
}
