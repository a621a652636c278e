package id.siks.register;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.Plans;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.TestCases;
import id.siks.platform.BusinessTime;
import id.siks.platform.retention.Holds;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Requirement 24: what the civil registry answered is not kept for ever, but that somebody registered has died is. */
@EngineTest
class OldAnswersTests {

    private static final AreaCode VILLAGE = new AreaCode("1603022001");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final long ACTOR = 4_712;

    @Autowired
    OldAnswers answers;

    @Autowired
    Families families;

    @Autowired
    Persons persons;

    @Autowired
    Holds holds;

    @Autowired
    TestCases cases;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcClient db;

    @Test
    void old_answers_of_cases_that_ended_long_ago_go() {
        CaseRef ended = aCase(CaseStatus.REJECTED_BY_REGENCY, 366);
        answered("1603025708010001", ended, "FOUND", 366);
        answered("1603025708010002", ended, "FOUND", 364);
        answered("1603025708010003", aCase(CaseStatus.REGENCY_REVIEW, 366), "FOUND", 366);
        answered("1603025708010004", aCase(CaseStatus.CANCELLED, 10), "FOUND", 366);
        answered("1603025708010005", null, "NOT_FOUND", 366);
        answered("1603025708010006", ended, "DECEASED", 366);
        CaseRef held = aCase(CaseStatus.CANCELLED, 366);
        answered("1603025708010007", held, "FOUND", 366);
        // Against the nightly job of other tests, too.
        assertThat(holds.place(held.value(), "Diminta pemeriksa untuk uji.", ACTOR))
                .isTrue();

        erase(Set.of(held.value()));
        erase(Set.of(held.value()));

        assertThat(known())
                .containsExactly("1603025708010002", "1603025708010003", "1603025708010004", "1603025708010007");
    }

    @Test
    void that_a_registered_person_has_died_stays_as_long_as_he_is_in_the_register() {
        CaseRef ref = aCase(CaseStatus.DETERMINED, 400);
        FamilyContent family = TestFamilies.in(VILLAGE);
        transactions.executeWithoutResult(s -> families.activate(List.of(new Activation(ref, family, ACTOR))));
        String dead = family.members().get(0).nik();
        String alive = family.members().get(1).nik();
        answered(dead, ref, "DECEASED", 400);
        answered(alive, ref, "FOUND", 400);

        erase(Set.of());

        assertThat(known(dead)).isTrue();
        assertThat(known(alive)).isFalse();
    }

    @Test
    void an_answer_that_another_case_used_since_stays_until_that_one_ended_long_ago() {
        Instant longAgo = time.now().minus(Duration.ofDays(366));
        CaseRef first = aCase(CaseStatus.REGENCY_REVIEW, 400);
        CaseRef second = aCase(CaseStatus.REGENCY_REVIEW, 400);
        String nik = askedAboutBy(first, second);

        cases.comesTo(first, CaseStatus.CANCELLED, longAgo);
        erase(Set.of());
        assertThat(known(nik)).isTrue();

        cases.comesTo(second, CaseStatus.CANCELLED, longAgo);
        erase(Set.of());
        assertThat(known(nik)).isFalse();
    }

    @Test
    void an_answer_that_a_held_or_open_case_used_does_not_go_with_a_later_one_that_ended() {
        Instant longAgo = time.now().minus(Duration.ofDays(366));
        CaseRef first = aCase(CaseStatus.REGENCY_REVIEW, 400);
        CaseRef later = aCase(CaseStatus.CANCELLED, 366);
        String nik = askedAboutBy(first, later);

        erase(Set.of());
        assertThat(known(nik)).as("open").isTrue();

        cases.comesTo(first, CaseStatus.CANCELLED, longAgo);
        erase(Set.of(first.value()));
        assertThat(known(nik)).as("held").isTrue();

        erase(Set.of());
        assertThat(known(nik)).isFalse();
    }

    @Test
    void a_later_question_about_a_person_leaves_his_earlier_cases_theirs() {
        FamilyContent family = TestFamilies.in(VILLAGE);
        String nik = family.members().get(0).nik();
        CaseRef first = aCase(CaseStatus.REGENCY_REVIEW, 400);
        CaseRef later = aCase(CaseStatus.CANCELLED, 366);
        persons.match(family, first);
        askedDaysAgo(nik, 31);
        persons.match(family, later);
        askedDaysAgo(nik, 366);

        erase(Set.of());

        assertThat(known(nik)).isTrue();
    }

    @Test
    void old_answers_are_found_by_the_day_they_were_asked_for() {
        Map<String, ?> params = Map.of(
                "before", Timestamp.from(Instant.EPOCH), "held", new String[] {"UJI-1804-26-900001"}, "most", 500);

        assertThat(Plans.of(OldAnswers.ERASE, params, db, transactions))
                .containsPattern("identity_match_asked[^\\n]*\\s+Index Cond");
    }

    private void erase(Set<String> held) {
        Instant before = time.now().minus(YEAR);
        transactions.executeWithoutResult(status -> answers.erase(before, held, 500));
    }

    private CaseRef aCase(CaseStatus status, int daysAgo) {
        Instant at = time.now().minus(Duration.ofDays(daysAgo));
        return cases.standing("NEW_REGISTRATION", VILLAGE, "Keluarga Uji", status, at);
    }

    private void answered(String nik, CaseRef ref, String status, int daysAgo) {
        db.sql(
                        """
                        insert into register.identity_match (nik, question, status, case_refs, asked_at)
                        values (:nik, 'uji', :status, array_remove(array[:ref]::varchar[], null), :at)""")
                .param("nik", nik)
                .param("status", status)
                .param("ref", ref == null ? null : ref.value())
                .param("at", Timestamp.from(time.now().minus(Duration.ofDays(daysAgo))))
                .update();
    }

    /** Somebody about whom these cases asked, one after the other and more than a year ago. */
    private String askedAboutBy(CaseRef... asking) {
        FamilyContent family = TestFamilies.in(VILLAGE);
        Stream.of(asking).forEach(ref -> persons.match(family, ref));
        String nik = family.members().get(0).nik();
        askedDaysAgo(nik, 366);
        return nik;
    }

    private void askedDaysAgo(String nik, int days) {
        db.sql("update register.identity_match set asked_at = asked_at - make_interval(days => :days) where nik = :nik")
                .param("days", days)
                .param("nik", nik)
                .update();
    }

    private List<String> known() {
        return db.sql("select nik from register.identity_match where nik like '160302570801%' order by nik")
                .query(String.class)
                .list();
    }

    private boolean known(String nik) {
        return db.sql("select exists (select 1 from register.identity_match where nik = :nik)")
                .param("nik", nik)
                .query(Boolean.class)
                .single();
    }
}
