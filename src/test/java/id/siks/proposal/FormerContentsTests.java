package id.siks.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.casework.CaseChanges;
import id.siks.casework.CaseChanges.Change;
import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineJobs;
import id.siks.platform.retention.Perishable;
import id.siks.register.FamilyContent;
import id.siks.register.Sex;
import id.siks.register.TestFamilies;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a correction replaced is kept once, and not for ever (requirement 24). */
@EngineTest
class FormerContentsTests {

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    List<CaseChanges> changes;

    @Autowired
    List<Perishable> kinds;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcClient db;

    private ProposalTestData.Place place;
    private FamilyContent family;
    private CaseRef ref;

    @BeforeEach
    void inIndonesian() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("id"));
    }

    @AfterEach
    void present() {
        time.release();
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void howeverOftenAPageSavesOneCorrectionReplacesOneContent() {
        aFamilyToCorrect("1804091506859002");
        moved("Jalan B", place.operator);
        moved("Jalan Ba", place.operator);
        moved("Jalan Baru 7", place.operator);
        assertThat(addresses()).containsExactly(family.address() + " > Jalan Baru 7");

        moved("Jalan Baru 8", place.worker);
        moved("Jalan Baru 9", place.operator);
        assertThat(addresses())
                .as("each who had it in hand")
                .containsExactly(
                        family.address() + " > Jalan Baru 7",
                        "Jalan Baru 7 > Jalan Baru 8",
                        "Jalan Baru 8 > Jalan Baru 9");

        data.does(place.operator, ref, "correct-proposal", Map.of("note", "", "declaration", "true"));
        jobs.runDue();
        moved("Jalan Baru 10", place.operator);
        assertThat(addresses()).as("a later correction is another one").hasSize(4);
    }

    @Test
    void whatWasReplacedIsErasedInTimeUnlessItIsHeldAndThatItWasChangedStays() {
        aFamilyToCorrect("1804101506859002");
        time.moveTo(time.now().minus(Duration.ofDays(2000)));
        moved("Jalan Baru 7", place.operator);
        time.release();

        erase(Set.of(ref.value()));
        assertThat(addresses()).as("held").hasSize(1);
        assertThat(erase(Set.of())).isPositive();
        assertThat(db.sql("select count(*) from proposal.former_content where case_ref = :ref and content is not null")
                        .param("ref", ref.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(told("content-changed")).singleElement().satisfies(change -> {
            assertThat(change.by()).isEqualTo(place.operator.accountId());
            assertThat(change.field()).startsWith("Nilai lama sudah dihapus");
        });
        assertThat(told("content-handed-in"))
                .extracting(Change::field)
                .as("what it holds now is not what was handed in")
                .doesNotContain("Alamat")
                .anyMatch(field -> field.startsWith("Nilai lama sudah dihapus"));
    }

    /** The registry does not know the head: the village corrects it. */
    private void aFamilyToCorrect(String wrongNik) {
        place = data.in("1806042027");
        family = TestFamilies.withMember(
                place.family(), 0, TestFamilies.member(wrongNik, "Budi Santosa", Sex.MALE, 1, true));
        ref = place.handedIn(family);
    }

    private void moved(String address, Actor by) {
        CardPart card = CardPart.of(TestFamilies.at(family, address), Channel.VILLAGE_MEETING, false);
        proposals.saveCard(ref, data.version(ref), card, by);
    }

    private List<String> addresses() {
        return told("content-changed").stream()
                .filter(change -> change.field().equals("Alamat"))
                .map(change -> change.before() + " > " + change.after())
                .toList();
    }

    private List<Change> told(String what) {
        return changes.stream()
                .flatMap(room -> room.of(ref, true).stream())
                .filter(change -> change.what().equals(what))
                .toList();
    }

    private int erase(Set<String> held) {
        Perishable former = kinds.stream()
                .filter(kind -> kind.kind().equals("proposal.former-content"))
                .findFirst()
                .orElseThrow();
        return transactions.execute(status -> former.erase(time.now().minus(Duration.ofDays(1825)), held, 100));
    }
}
