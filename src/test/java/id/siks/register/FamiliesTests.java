package id.siks.register;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseRefs;
import id.siks.casework.ReasonCode;
import id.siks.identity.Actor;
import id.siks.identity.TestAccessLog;
import id.siks.identity.TestActors;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@EngineTest
@RecordApplicationEvents
class FamiliesTests {

    private static final AreaCode VILLAGE = AreaCode.of("18.04.06.2002");
    private static final AreaCode OTHER_VILLAGE = AreaCode.of("18.04.06.2003");

    @Autowired
    private Families families;

    @Autowired
    private Persons persons;

    @Autowired
    private CaseRefs refs;

    @Autowired
    private TestActors actors;

    @Autowired
    private TestAccessLog accessLog;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    @Test
    void a_determined_family_becomes_active_with_register_ids() {
        FamilyContent content = TestFamilies.in(VILLAGE);
        Activation activation = activation(content);

        FamilyRef ref = families.activate(List.of(activation)).activated().get(activation.caseRef());

        FamilyView family = families.find(ref.id()).orElseThrow();
        assertThat(family.status()).isEqualTo(FamilyStatus.ACTIVE);
        assertThat(family.content()).usingRecursiveComparison().isEqualTo(content);
        assertThat(ref.registerId()).matches("ID-\\d{8}-[A-Z]");
        assertThat(family.people())
                .extracting(FamilyView.PersonFacts::registerId)
                .doesNotHaveDuplicates();
        assertThat(family.changes()).extracting(FamilyView.Change::caseRef).containsExactly(activation.caseRef());
        assertThat(families.familyOf(activation.caseRef())).contains(ref);
    }

    @Test
    void what_people_write_arrives_as_they_wrote_it() {
        FamilyContent written =
                TestFamilies.with(VILLAGE, List.of(TestFamilies.head("Nyoman \\N\\t \t\"Made\"\r\n, d'Arc \\.")));

        FamilyRef ref = activate(written);

        assertThat(families.find(ref.id()).orElseThrow().content())
                .usingRecursiveComparison()
                .isEqualTo(written);
    }

    @Test
    void a_chunk_that_runs_twice_changes_nothing_the_second_time() {
        List<Activation> chunk = IntStream.range(0, 120)
                .mapToObj(i -> activation(TestFamilies.in(VILLAGE)))
                .toList();

        ActivationReport first = families.activate(chunk);
        ActivationReport second = families.activate(chunk);

        assertThat(first.activated()).hasSize(120);
        assertThat(second).isEqualTo(first);
        assertThat(events.stream(FamilyActivated.class).map(e -> e.families().size()))
                .containsExactly(120);
    }

    @Test
    void what_came_into_a_village_since_a_moment_is_counted_there() {
        AreaCode village = AreaCode.of("18.04.06.2005");
        FamilyRef before = activate(TestFamilies.in(village));
        jdbc.sql("update register.family set active_since = active_since - interval '100 days' where id = ?")
                .param(before.id())
                .update();
        Instant since = Instant.now().minus(Duration.ofDays(90));
        int known = families.added(village, since).getOrDefault(village, 0);
        activate(TestFamilies.in(village));
        activate(TestFamilies.in(village));

        assertThat(families.added(village.at(AreaLevel.DISTRICT), since)).containsEntry(village, known + 2);
        assertThat(families.added(village, since.minus(Duration.ofDays(20)))).containsEntry(village, known + 3);
        assertThat(families.added(OTHER_VILLAGE, since)).doesNotContainKey(village);
    }

    @Test
    void members_of_registered_families_whom_the_civil_registry_calls_dead_are_counted_where_they_live() {
        AreaCode village = AreaCode.of("18.04.06.2013");
        Instant since = Instant.now().minus(Duration.ofDays(90));
        FamilyContent registered = TestFamilies.in(village);
        FamilyContent proposed = TestFamilies.in(village);
        activate(registered);
        for (FamilyContent family : List.of(registered, proposed)) {
            persons.match(family, refs.next("UJI", village));
            persons.registryReportsDeath(family.members().get(1).nik(), LocalDate.of(2026, 11, 20));
        }

        assertThat(families.died(village.at(AreaLevel.DISTRICT), since)).containsEntry(village, 1);
        assertThat(families.died(OTHER_VILLAGE, since)).doesNotContainKey(village);

        jdbc.sql("update register.identity_match set asked_at = asked_at - interval '100 days' where nik = :nik")
                .param("nik", registered.members().get(1).nik())
                .update();
        assertThat(families.died(village, since)).isEmpty();
    }

    @Test
    void whoever_is_active_already_is_set_aside_and_the_rest_go_on() {
        FamilyContent active = TestFamilies.in(VILLAGE);
        families.activate(List.of(activation(active)));
        Activation samePerson = activation(
                TestFamilies.with(OTHER_VILLAGE, List.of(active.members().get(1))));
        Activation fine = activation(TestFamilies.in(OTHER_VILLAGE));
        Activation twin = activation(fine.content());
        Activation sameCard = activation(sameCard(active));

        ActivationReport report = families.activate(List.of(samePerson, fine, twin, sameCard));

        assertThat(report.activated()).containsOnlyKeys(fine.caseRef());
        assertThat(report.setAside())
                .containsExactlyInAnyOrder(
                        new ActivationReport.SetAside(samePerson.caseRef(), ReasonCode.DUPLICATE_PERSON),
                        new ActivationReport.SetAside(twin.caseRef(), ReasonCode.DUPLICATE_PERSON),
                        new ActivationReport.SetAside(sameCard.caseRef(), ReasonCode.DUPLICATE_FAMILY_CARD));
    }

    @Test
    void a_search_stays_in_the_territory_and_every_hit_is_logged() {
        String name = "Wartinem Sukapura";
        FamilyContent content =
                TestFamilies.with(VILLAGE, List.of(TestFamilies.head(name), TestFamilies.spouse("Tumini")));
        FamilyRef ref = activate(content);
        Actor here = actors.operator(VILLAGE);
        Actor elsewhere = actors.operator(OTHER_VILLAGE);

        for (FamilySearch search : List.of(
                new FamilySearch("wartinem", null, null, null),
                new FamilySearch("Wartinem  Sukopuro", null, null, null),
                new FamilySearch(null, content.members().get(0).nik(), null, null),
                new FamilySearch(null, null, content.familyCardNumber(), null))) {
            assertThat(families.search(search, here, 20).items())
                    .extracting(FamilyHit::family)
                    .containsExactly(ref);
            assertThat(families.search(search, elsewhere, 20).items()).isEmpty();
        }
        assertThat(accessLog.by(here)).hasSize(4);
        assertThat(accessLog.by(elsewhere)).isEmpty();
    }

    @Test
    void wildcards_are_letters_and_nobody_without_a_territory_finds_anything() {
        activate(TestFamilies.in(VILLAGE));

        assertThat(families.search(new FamilySearch("%%%", null, null, null), actors.operator(VILLAGE), 20)
                        .items())
                .isEmpty();
        assertThat(families.search(new FamilySearch("Budi", null, null, null), actors.holding(List.of()), 20)
                        .items())
                .isEmpty();
    }

    @Test
    void a_long_result_comes_in_pages_without_gaps() {
        AreaCode village = AreaCode.of("18.04.06.2004");
        families.activate(IntStream.range(0, 7)
                .mapToObj(i -> activation(TestFamilies.with(village, List.of(TestFamilies.head("Paimin Tujuh")))))
                .toList());
        Actor operator = actors.operator(village);
        List<FamilyRef> found = new ArrayList<>();
        String after = null;
        do {
            var page = families.search(new FamilySearch("paimin", null, null, after), operator, 3);
            page.items().forEach(h -> found.add(h.family()));
            after = page.next();
        } while (after != null);

        assertThat(found).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void a_family_of_another_territory_is_not_there_and_the_attempt_is_logged() {
        FamilyRef ref = activate(TestFamilies.in(VILLAGE));
        Actor stranger = actors.operator(OTHER_VILLAGE);

        assertThat(families.find(ref.id(), stranger, "look")).isEmpty();
        assertThat(accessLog.by(stranger)).hasSize(1);
        assertThat(families.find(999_999_999_999L, stranger, "look")).isEmpty();
        assertThat(accessLog.by(stranger)).as("as for one that is not there").hasSize(2);
    }

    @Test
    void duplicates_are_found_by_number_and_by_similar_name_with_the_birth_date() {
        FamilyContent active = TestFamilies.with(
                VILLAGE, List.of(TestFamilies.head("Sumarsono Hadiprayitno"), TestFamilies.spouse("Tukinah")));
        FamilyRef ref = activate(active);
        FamilyContent sameNik =
                TestFamilies.with(OTHER_VILLAGE, List.of(active.members().get(0)));
        FamilyContent similar = TestFamilies.with(OTHER_VILLAGE, List.of(TestFamilies.head("Sumarsono Hadi Prayitno")));

        assertThat(families.duplicatesOf(sameNik))
                .containsExactly(new Duplicate(Duplicate.Kind.SAME_NIK, "members[0].nik", ref, VILLAGE));
        assertThat(families.duplicatesOf(sameCard(active)))
                .containsExactly(new Duplicate(Duplicate.Kind.SAME_FAMILY_CARD, "familyCardNumber", ref, VILLAGE));
        assertThat(families.duplicatesOf(similar))
                .containsExactly(new Duplicate(Duplicate.Kind.SIMILAR_PERSON, "members[0].fullName", ref, VILLAGE));
    }

    @Test
    void the_database_itself_keeps_a_person_from_being_active_twice() {
        assertThat(jdbc.sql(
                                """
                                select indexname from pg_indexes where schemaname = 'register'
                                and indexdef like 'CREATE UNIQUE%' and indexdef like '%WHERE%'
                                """)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("family_card_among_active", "person_nik_among_active");
    }

    private FamilyContent sameCard(FamilyContent other) {
        FamilyContent fresh = TestFamilies.in(OTHER_VILLAGE);
        return new FamilyContent(
                other.familyCardNumber(),
                OTHER_VILLAGE,
                fresh.address(),
                null,
                null,
                null,
                null,
                null,
                fresh.place(),
                List.of(TestFamilies.head("Nama Berbeda Sekali")),
                fresh.housing());
    }

    private FamilyRef activate(FamilyContent content) {
        Activation activation = activation(content);
        return families.activate(List.of(activation)).activated().get(activation.caseRef());
    }

    private Activation activation(FamilyContent content) {
        CaseRef ref = refs.next("USL", content.village());
        return new Activation(ref, content, null);
    }
}
