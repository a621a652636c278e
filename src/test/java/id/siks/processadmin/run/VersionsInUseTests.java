package id.siks.processadmin.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.Plans;
import id.siks.Statements;
import id.siks.area.AreaCode;
import id.siks.processadmin.check.InUse;
import id.siks.processadmin.check.InUse.Diagram;
import id.siks.processadmin.migration.MovingCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which versions of a process somebody still follows. */
@EngineTest
class VersionsInUseTests {

    private static final String KEY = "test-in-use";
    private static final AreaCode VILLAGE = new AreaCode("1671011003");

    @Autowired
    InUse inUse;

    @Autowired
    MovingCases cases;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @BeforeEach
    void fourVersions() {
        String model = MovingCases.model(MovingCases.BARE, KEY);
        cases.version(KEY, model);
        cases.open(KEY, VILLAGE);
        cases.open(KEY, VILLAGE);
        cases.version(KEY, model + "<!-- nobody -->");
        cases.version(KEY, model + "<!-- one -->");
        cases.open(KEY, VILLAGE);
        cases.version(KEY, model + "<!-- newest -->");
    }

    @AfterEach
    void nothingIsLeft() {
        cases.end(KEY);
    }

    @Test
    void the_newest_is_in_use_and_of_the_others_those_with_cases() {
        assertThat(ours())
                .extracting(Diagram::version, Diagram::cases)
                .containsExactly(Tuple.tuple(4, 0L), Tuple.tuple(3, 1L), Tuple.tuple(1, 2L));
        assertThat(ours().get(0).file()).endsWith("<!-- newest -->");
        assertThat(ours().get(1).file()).endsWith("<!-- one -->");
    }

    @Test
    void cases_are_counted_only_where_their_number_is_said_and_once() {
        List<Diagram> found = new ArrayList<>();

        assertThat(Statements.during(() -> found.addAll(ours())))
                .isNotEmpty()
                .noneMatch(statement -> statement.contains("count("));
        assertThat(Statements.during(() -> found.forEach(Diagram::cases))).hasSize(1);
    }

    @Test
    void of_the_cases_of_a_version_one_is_looked_at() {
        assertThat(Plans.of(VersionsInUse.IN_USE, Map.of(), db, transactions))
                .contains("Index Only Scan using act_idx_exe_procdef on act_ru_execution")
                .doesNotContain("Seq Scan on act_ru_execution");
    }

    private List<Diagram> ours() {
        return inUse.diagrams().stream()
                .filter(diagram -> diagram.key().equals(KEY))
                .toList();
    }
}
