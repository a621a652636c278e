package id.siks.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import id.siks.HeldRows;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.ReasonCode;
import id.siks.register.outside.SimulatedCivilRegistry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
@RecordApplicationEvents
class PersonsTests {

    private static final AreaCode VILLAGE = AreaCode.of("18.04.06.2005");
    private static final CaseRef CASE = new CaseRef("USL-1804-26-900001");

    @Autowired
    private Persons persons;

    @Autowired
    private SimulatedCivilRegistry registry;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate db;

    @Test
    void a_family_the_registry_knows_exactly_so_matches() {
        FamilyContent family = TestFamilies.in(VILLAGE);

        assertThat(persons.lastReport(family).members())
                .extracting(MemberMatch::status)
                .containsOnly(MatchStatus.NOT_ASKED);
        assertThat(persons.match(family, CASE).allMatched()).isTrue();
        assertThat(persons.lastReport(family).allMatched()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "180405150685, 9001, FOUND, fullName, NAME_DIFFERS",
        "180406150685, 9002, NOT_FOUND, , IDENTITY_NOT_FOUND",
        "180407150685, 9003, DECEASED, , DECEASED",
        "180408150685, 9006, FOUND, familyCardNumber, FAMILY_CARD_DIFFERS",
        "180409150685, 9007, FOUND, birthDate, BIRTHDATE_DIFFERS",
        "180410150685, 9008, INACTIVE, , IDENTITY_NOT_FOUND",
        "180411150685, 9009, DUPLICATE, , DUPLICATE_PERSON"
    })
    void a_mismatch_says_field_by_field_what_differs(
            String beginning, String serial, RegistryStatus status, String field, ReasonCode reason) {
        FamilyContent family = withHead(beginning + serial);

        MemberMatch head = persons.match(family, CASE).members().get(0);

        assertThat(head.status()).isEqualTo(MatchStatus.MISMATCHED);
        assertThat(head.registry()).isEqualTo(status);
        assertThat(head.differences())
                .extracting(FieldDifference::field)
                .containsExactlyElementsOf(field == null ? List.of() : List.of(field));
        assertThat(head.reason()).isEqualTo(reason);
    }

    @Test
    void a_slow_registry_is_waited_for() {
        assertThat(persons.match(withHead("1804051506859004"), CASE).allMatched())
                .isTrue();
    }

    @Test
    void a_registry_that_is_down_is_told_apart_and_works_when_it_is_back() {
        FamilyContent family = withHead("1804051506859005");
        MemberContent head = family.members().get(0);

        assertThatThrownBy(() -> persons.match(family, CASE)).isInstanceOf(RegistryUnavailable.class);
        registry.knows(
                head.nik(),
                new CivilRegistry.Answer(
                        RegistryStatus.FOUND,
                        family.familyCardNumber(),
                        "BUDI  SANTOSA",
                        head.birthDate(),
                        head.sex()));

        assertThat(persons.match(family, CASE).allMatched()).isTrue();
    }

    @Test
    void a_member_without_papers_is_marked_and_not_asked() {
        MemberContent child = TestFamilies.member(null, "Anak Tanpa Akta", Sex.MALE, 3, false);
        FamilyContent family = TestFamilies.with(VILLAGE, List.of(TestFamilies.head("Budi Santosa"), child));

        MatchReport report = persons.match(family, CASE);

        assertThat(report.members().get(1).status()).isEqualTo(MatchStatus.NO_PAPERS);
        assertThat(report.allMatched()).isTrue();
    }

    @Test
    void whoever_matched_is_not_asked_again_for_thirty_days_but_another_spelling_is_another_question() {
        FamilyContent family = TestFamilies.in(VILLAGE);
        String nik = family.members().get(0).nik();
        persons.match(family, CASE);
        registry.knows(nik, CivilRegistry.Answer.without(RegistryStatus.NOT_FOUND));

        assertThat(persons.match(family, CASE).allMatched()).isTrue();
        jdbc.sql("update register.identity_match set asked_at = asked_at - interval '31 days' where nik = :nik")
                .param("nik", nik)
                .update();
        assertThat(persons.match(family, CASE).allMatched()).isFalse();
    }

    @Test
    void a_death_is_announced_without_showing_the_number_and_what_was_known_no_longer_counts() {
        FamilyContent family = TestFamilies.in(VILLAGE);
        String nik = family.members().get(0).nik();
        persons.match(family, CASE);

        registry.announceDeath(nik, LocalDate.of(2026, 11, 1));

        PersonDeceased told = events.stream(PersonDeceased.class).findFirst().orElseThrow();
        assertThat(told.nik()).isEqualTo(nik);
        assertThat(told.toString()).doesNotContain(nik);
        assertThat(persons.lastReport(family).anyDeceased()).isTrue();
        assertThat(persons.match(family, CASE).anyDeceased()).isTrue();
    }

    private static FamilyContent withHead(String nik) {
        return TestFamilies.with(VILLAGE, List.of(TestFamilies.member(nik, "Budi Santosa", Sex.MALE, 1, true)));
    }

    /** Whoever is asked about for two families at once is locked in the order of the numbers, whatever that of the cards. */
    @Test
    void families_that_share_persons_do_not_wait_for_each_other() {
        FamilyContent family = TestFamilies.in(VILLAGE);
        List<MemberContent> byNumber = family.members().stream()
                .sorted(Comparator.comparing(MemberContent::nik))
                .toList();
        FamilyContent backwards =
                TestFamilies.withMember(TestFamilies.withMember(family, 0, byNumber.get(1)), 1, byNumber.get(0));
        persons.match(family, CASE);

        CompletableFuture<MatchReport> other = transaction.execute(status -> {
            hold(byNumber.get(0), "");
            CompletableFuture<MatchReport> begun = CompletableFuture.supplyAsync(() -> persons.match(backwards, CASE));
            HeldRows.untilWaitedFor(db);
            hold(byNumber.get(1), "nowait");
            return begun;
        });

        assertThat(other.join().allMatched()).isTrue();
    }

    private void hold(MemberContent member, String manner) {
        jdbc.sql("select nik from register.identity_match where nik = :nik for update " + manner)
                .param("nik", member.nik())
                .query(String.class)
                .single();
    }
}
