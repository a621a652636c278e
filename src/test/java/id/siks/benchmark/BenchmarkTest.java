package id.siks.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import id.siks.proposal.BulkIntake;
import id.siks.proposal.Proposals;
import id.siks.register.FamilyContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayDataSource;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/**
 * The rows of the project's benchmark: {@code mvn verify -Pbenchmark -Dbenchmark.rows=P1,P2 -Dbenchmark.cases=10000}. Ours
 * and what it is compared with take turns in one run on one server; only their ratio counts.
 */
@Tag("benchmark")
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles({"test", "benchmark"})
@TestMethodOrder(MethodOrderer.MethodName.class)
abstract class BenchmarkTest {

    static final int ROUNDS = 3;
    static final int CASES = Integer.getInteger("benchmark.cases", 1_000);
    static final int AT_ONCE = 100;
    static final AreaCode VILLAGE = new AreaCode("1804042002");
    static final BenchmarkReport REPORT = new BenchmarkReport();

    private static final List<String> ROWS = Arrays.asList(
            System.getProperty("benchmark.rows", "P1,P2,P3,P4,P5,P6,P6-month").split(","));
    private static final MadeUpFamilies FAMILIES = new MadeUpFamilies();

    @Autowired
    Proposals proposals;

    @Autowired
    TestActors actors;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Autowired
    MockMvc web;

    Actor operator;

    @DynamicPropertySource
    static void ownFolder(DynamicPropertyRegistry properties) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "benchmark");
        properties.add("siks.database.data-directory", folder::toString);
    }

    @BeforeEach
    void somebodyWorks() {
        operator = actors.operator(VILLAGE);
    }

    @AfterAll
    static void write() throws IOException {
        REPORT.write();
    }

    /** A row nobody asked for is skipped. */
    static void assumeWanted(String row) {
        assumeTrue(ROWS.contains(row), () -> row + " is not among the rows asked for");
    }

    static MadeUpFamilies families() {
        return FAMILIES;
    }

    /**
     * Lets the server know its tables before a round counts. Its own rounds of housekeeping come once a minute, which is
     * longer than a round takes: what it plans by would be what lay there before the work was laid out.
     */
    void settle() {
        new JdbcTemplate(owner).execute("vacuum analyze");
    }

    List<CaseRef> handIn(List<List<FamilyContent>> lists) {
        List<CaseRef> cases = new ArrayList<>();
        for (List<FamilyContent> list : lists) {
            BulkIntake intake = proposals.submitAll(list, VILLAGE, operator);
            assertThat(intake.refused()).isEmpty();
            cases.addAll(intake.accepted());
        }
        return cases;
    }

    static List<List<FamilyContent>> lists(int count) {
        List<List<FamilyContent>> lists = new ArrayList<>();
        for (int done = 0; done < count; done += AT_ONCE) {
            lists.add(FAMILIES.in(VILLAGE, Math.min(AT_ONCE, count - done)));
        }
        return lists;
    }
}
