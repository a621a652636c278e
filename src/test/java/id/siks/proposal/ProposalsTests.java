package id.siks.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.siks.EngineTest;
import id.siks.HeldRows;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.evidence.AttachmentKind;
import id.siks.platform.Conflict;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.Refused;
import id.siks.platform.engine.EngineJobs;
import id.siks.register.Activation;
import id.siks.register.Duplicate;
import id.siks.register.Families;
import id.siks.register.FamilyContent;
import id.siks.register.FamilyRef;
import id.siks.register.Sex;
import id.siks.register.TestFamilies;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProposalsTests {

    @Autowired
    Proposals proposals;

    @Autowired
    ProposalTestData data;

    @Autowired
    Families families;

    @Autowired
    EngineJobs jobs;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient db;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    ProposalTestData.Place here;
    ProposalTestData.Place elsewhere;

    @BeforeAll
    void settle() {
        here = data.in("1806042001");
        elsewhere = data.in("1806092001");
    }

    @Test
    void a_draft_is_kept_incomplete_but_never_impossible() {
        CaseRef ref = proposals.draft(here.operator, here.village);
        Saved saved = proposals.saveCard(ref, 0, card(null), here.operator);
        assertThat(saved.missing()).isNotEmpty();

        assertThatThrownBy(() -> proposals.saveCard(ref, saved.version(), card("12345"), here.operator))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.errors().get(0).field()).isEqualTo("familyCardNumber"));
        assertThat(proposals.view(ref, here.operator).version()).isEqualTo(saved.version());
    }

    @Test
    void a_page_opened_before_somebody_elses_change_is_refused() {
        CaseRef ref = proposals.draft(here.operator, here.village);
        proposals.saveCard(ref, 0, card(null), here.operator);
        assertThatThrownBy(() -> proposals.saveCard(ref, 0, card(null), here.operator))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void without_photos_nothing_is_handed_in() {
        CaseRef ref = proposals.draft(here.operator, here.village);
        here.enter(ref, here.family(), here.operator);
        here.photo(ref, AttachmentKind.HOUSE_FRONT);
        assertThatThrownBy(() -> proposals.submit(ref, data.version(ref), true, UUID.randomUUID(), here.operator))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.errors()).extracting(f -> f.field()).containsExactly("photos.FAMILY_CARD"));
        assertThat(proposals.review(ref, here.operator).complete()).isFalse();
        assertThat(proposals.view(ref, here.operator).status()).isEqualTo(CaseStatus.DRAFT);
    }

    @Test
    void handing_in_twice_opens_one_case() {
        CaseRef ref = here.drafted(here.family());
        UUID key = UUID.randomUUID();
        int version = data.version(ref);
        proposals.submit(ref, version, true, key, here.operator);
        proposals.submit(ref, version, true, key, here.operator);
        assertThat(count("act_ru_execution where business_key_ = :ref", ref)).isEqualTo(1);
        assertThat(count("casework.case_event where case_ref = :ref", ref)).isEqualTo(1);
    }

    @Test
    void a_family_with_an_open_case_is_refused_and_the_case_named_to_those_who_may_see_it() {
        FamilyContent family = here.family();
        CaseRef first = here.submitted(family);
        CaseRef second = here.drafted(family);
        assertThatThrownBy(() -> proposals.submit(second, data.version(second), true, UUID.randomUUID(), here.operator))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.errors().get(0).message().args()).containsExactly(first.value()));

        CaseRef third = elsewhere.drafted(family);
        assertThat(proposals.lookAlikes(third, elsewhere.operator))
                .filteredOn(LookAlike::forbids)
                .isNotEmpty()
                .allSatisfy(alike -> assertThat(alike.openCase()).isNull());
        assertThatThrownBy(
                        () -> proposals.submit(third, data.version(third), true, UUID.randomUUID(), elsewhere.operator))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.errors().get(0).message().args()).isEmpty());
    }

    @Test
    void of_two_who_hand_in_the_same_family_at_the_same_moment_one_is_refused() {
        FamilyContent family = here.family();
        CaseRef first = here.drafted(family);
        CaseRef second = elsewhere.drafted(family);
        int version = data.version(second);

        CompletableFuture<Void> later = transaction.execute(status -> {
            proposals.submit(first, data.version(first), true, UUID.randomUUID(), here.operator);
            CompletableFuture<Void> begun = CompletableFuture.runAsync(
                    () -> proposals.submit(second, version, true, UUID.randomUUID(), elsewhere.operator));
            HeldRows.untilWaitedFor(jdbc);
            return begun;
        });

        assertThatThrownBy(later::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(InvalidInput.class);
        assertThat(proposals.view(first, here.operator).submittedAt()).isNotNull();
        assertThat(proposals.view(second, elsewhere.operator).submittedAt()).isNull();
    }

    @Test
    void a_person_who_comes_again_with_another_number_or_none_is_pointed_out_and_not_refused() {
        ProposalTestData.Place neighbour = data.in("1806042010");
        CaseRef first = here.submitted(named("Zulkarnaen Purwanegara", TestFamilies.maleNik()));
        FamilyContent otherNumber = named("ZULKARNAEN  PURWANEGARA", TestFamilies.maleNik());
        FamilyContent noPapers = TestFamilies.with(
                here.village,
                List.of(
                        TestFamilies.head("Budi Santosa"),
                        TestFamilies.member(null, "Zulkarnain Purwanegara", Sex.MALE, 3, false)));

        assertThat(proposals.lookAlikes(otherNumber, here.operator)).containsExactly(similar("members[0]", first));
        assertThat(proposals.lookAlikes(noPapers, here.operator)).contains(similar("members[1]", first));
        assertThat(proposals.lookAlikes(otherNumber, neighbour.operator))
                .as("the case of another village is not named")
                .containsExactly(
                        new LookAlike("members[0].fullName", Duplicate.Kind.SIMILAR_PERSON, null, null, false));
        assertThat(proposals.lookAlikes(first, here.operator)).isEmpty();
        CaseRef second = here.submitted(otherNumber);
        assertThat(proposals.lookAlikes(second, here.operator)).containsExactly(similar("members[0]", first));

        proposals.withdraw(
                first,
                proposals.view(first, here.operator).version(),
                "Sudah diusulkan sekali lagi",
                UUID.randomUUID(),
                here.operator);
        assertThat(proposals.lookAlikes(second, here.operator)).isEmpty();
    }

    @Test
    void somebody_without_papers_is_found_by_his_name() {
        CaseRef first = here.submitted(TestFamilies.with(
                here.village,
                List.of(
                        TestFamilies.head("Budi Santosa"),
                        TestFamilies.member(null, "Wiryawan Tanpa Akta", Sex.MALE, 3, false))));

        assertThat(proposals.lookAlikes(named("Wiryawan Tanpa Akta", TestFamilies.maleNik()), here.operator))
                .containsExactly(similar("members[0]", first));
    }

    @Test
    void of_a_list_those_who_may_be_known_already_are_pointed_out() {
        BulkIntake intake = proposals.submitAll(
                List.of(
                        named("Hendrawangsa Kusumadinata", TestFamilies.maleNik()),
                        named("Hendrawangsa Kusumadinata", TestFamilies.maleNik()),
                        named("Lesmanajati Wirabumi", TestFamilies.maleNik())),
                here.village,
                here.operator);

        CaseRef one = intake.accepted().get(0);
        CaseRef two = intake.accepted().get(1);
        assertThat(intake.refused()).isEmpty();
        assertThat(intake.doubtful())
                .containsExactly(
                        new BulkIntake.DoubtfulFamily(one, List.of(similar("members[0]", two))),
                        new BulkIntake.DoubtfulFamily(two, List.of(similar("members[0]", one))));
    }

    private FamilyContent named(String name, String nik) {
        return TestFamilies.with(here.village, List.of(TestFamilies.member(nik, name, Sex.MALE, 1, true)));
    }

    private static LookAlike similar(String member, CaseRef open) {
        return new LookAlike(member + ".fullName", Duplicate.Kind.SIMILAR_PERSON, open, null, true);
    }

    @Test
    void a_registered_family_is_refused_and_named_to_those_who_may_see_it() {
        FamilyContent family = here.family();
        CaseRef cause = here.drafted(here.family());
        FamilyRef registered = families.activate(List.of(new Activation(cause, family, here.operator.accountId())))
                .activated()
                .get(cause);
        assertThat(refusals(here, family)).isNotEmpty().allSatisfy(error -> {
            assertThat(error.message().key()).isEqualTo("proposal.error.registered");
            assertThat(error.message().args()).containsExactly(registered.registerId());
        });
        assertThat(refusals(elsewhere, family)).isNotEmpty().allSatisfy(error -> {
            assertThat(error.message().key()).isEqualTo("proposal.error.held-elsewhere");
            assertThat(error.message().args()).isEmpty();
        });
    }

    /** Glossary 7.1: a family that is active elsewhere is not proposed anew, its former village moves it. */
    @ParameterizedTest
    @CsvSource({
        "id, desa/kelurahan asalnya mengajukan pindah domisili",
        "en, the village it came from proposes its relocation"
    })
    void who_is_registered_elsewhere_reads_that_a_move_is_proposed_where_he_came_from(
            String language, String sentence) {
        for (String key : List.of(
                "proposal.error.registered",
                "proposal.error.held-elsewhere",
                "casework.reason.ALREADY_REGISTERED.next")) {
            assertThat(messages.getMessage(key, new Object[] {"1"}, Locale.forLanguageTag(language)))
                    .contains(sentence);
        }
    }

    private List<FieldError> refusals(ProposalTestData.Place place, FamilyContent family) {
        CaseRef ref = place.drafted(family);
        InvalidInput refused = catchThrowableOfType(
                InvalidInput.class,
                () -> proposals.submit(ref, data.version(ref), true, UUID.randomUUID(), place.operator));
        return refused.errors();
    }

    @Test
    void what_lies_in_another_village_is_not_there() {
        CaseRef ref = here.drafted(here.family());
        assertThatThrownBy(() -> proposals.view(ref, elsewhere.operator)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> proposals.savePlace(ref, 0, null, elsewhere.operator))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> proposals.draft(elsewhere.operator, here.village))
                .isInstanceOf(NotFound.class);
        assertThat(proposals
                        .list(EnumSet.noneOf(CaseStatus.class), null, elsewhere.operator)
                        .items())
                .noneMatch(line -> line.ref().equals(ref));
    }

    @Test
    void of_a_list_the_refused_are_set_aside_and_the_rest_are_taken() {
        FamilyContent good = here.family();
        FamilyContent impossible = TestFamilies.withMember(
                here.family(), 0, TestFamilies.member("1806043213850001", "Budi Contoh", Sex.MALE, 1, true));
        BulkIntake intake =
                proposals.submitAll(List.of(good, impossible, good, here.family()), here.village, here.operator);

        assertThat(intake.accepted()).hasSize(2);
        assertThat(intake.refused()).extracting(BulkIntake.RefusedFamily::index).containsExactlyInAnyOrder(1, 2);
        jobs.runDue();
        assertThat(proposals.view(intake.accepted().get(0), here.operator).status())
                .isEqualTo(CaseStatus.READY_FOR_MEETING);
    }

    @Test
    void more_than_a_hundred_at_once_are_refused() {
        List<FamilyContent> many =
                IntStream.range(0, 101).mapToObj(i -> here.family()).toList();
        assertThatThrownBy(() -> proposals.submitAll(many, here.village, here.operator))
                .isInstanceOf(Refused.class);
    }

    private int count(String what, Object ref) {
        return db.sql("select count(*) from " + what)
                .param("ref", ref.toString())
                .query(Integer.class)
                .single();
    }

    private static CardPart card(String number) {
        return new CardPart(number, null, null, null, null, null, null, null, false, null);
    }
}
