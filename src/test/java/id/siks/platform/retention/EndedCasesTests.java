package id.siks.platform.retention;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.Statements;
import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.BatchMember;
import id.siks.casework.BatchMember.ListLine;
import id.siks.casework.CaseComments;
import id.siks.casework.CaseRef;
import id.siks.casework.ReasonCode;
import id.siks.casework.Timeline;
import id.siks.casework.TimelineEntry;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentView;
import id.siks.evidence.Attachments;
import id.siks.fieldcheck.FieldCheckView;
import id.siks.fieldcheck.FieldChecks;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.proposal.PastCases;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.ProposalView;
import id.siks.proposal.Proposals;
import id.siks.register.Families;
import id.siks.register.FamilyContent;
import id.siks.register.TestFamilies;
import id.siks.worklist.talk.CaseTalk;
import jakarta.servlet.http.Cookie;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requirement 24: what ended cases claimed, showed and were visited for goes after its time, each through the nightly job and with a
 * record; what people answer for stays, and so do the pages.
 */
@EngineTest
class EndedCasesTests {

    private static final String WHY = "Diminta pemeriksa untuk perkara uji.";
    private static final Actor READER = new Actor(1, "Pembaca", List.of());
    private static final int TWO_YEARS = 730;
    private static final int SIX_YEARS = 2192;

    @Autowired
    Retention retention;

    @Autowired
    List<Perishable> kinds;

    @Autowired
    Holds holds;

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    PastCases past;

    @Autowired
    Attachments attachments;

    @Autowired
    FieldChecks fieldChecks;

    @Autowired
    Families families;

    @Autowired
    CaseTalk talk;

    @Autowired
    CaseComments said;

    @Autowired
    BatchMember batch;

    @Autowired
    Timeline timeline;

    @Autowired
    TestActors people;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient db;

    @Autowired
    BusinessTime time;

    @Autowired
    MockMvc mvc;

    @AfterEach
    void present() {
        time.release();
    }

    @Test
    void what_was_unsuccessful_goes_with_its_photos_and_visits_unless_it_is_young_or_held() throws Exception {
        ProposalTestData.Place place = data.in("1602022001");
        List<CaseRef> visited = place.visited(3);
        visited.forEach(ref -> talk.keep(ref, null, "Bu Siti sudah menikah lagi.", place.verifier));
        visited.forEach(ref -> rejected(place, ref));
        CaseRef old = visited.get(0);
        CaseRef young = visited.get(1);
        CaseRef held = visited.get(2);
        assertThat(holds.place(held.value(), WHY, place.verifier.accountId())).isTrue();
        ProposalView before = proposals.view(old, place.operator);
        String head = before.subject();
        String address = before.content().address();
        List<Actor> readers = everybodyAround(place);
        List<Integer> seen = statuses(old, readers);
        List<Integer> steps = steps(old, place.operator);
        age(old, TWO_YEARS + 1);
        age(young, TWO_YEARS - 1);
        age(held, TWO_YEARS + 1);
        Map<String, Integer> records = records(
                "proposal.unsuccessful",
                "fieldcheck.unsuccessful",
                "evidence.attachment",
                "worklist.comment-unsuccessful");

        retention.eraseOld();

        assertGone(old, place.operator);
        assertThat(timeline.summary(old).subject()).isEmpty();
        assertThat(fieldChecks.latest(old).orElseThrow().claimedSigns()).isEmpty();
        Stream.of(young, held).forEach(ref -> assertKept(ref, place.operator));
        assertThat(List.of(said.count(young, READER), said.count(held, READER))).containsOnly(1);
        records.forEach((kind, n) -> assertThat(destroyed(kind)).as(kind).isGreaterThan(n));

        assertThat(statuses(old, readers)).as("the same pages for everybody").isEqualTo(seen);
        assertThat(steps(old, place.operator)).isEqualTo(steps);
        for (Actor reader : readers) {
            mvc.perform(get("/proposal/" + old).with(with(reader)))
                    .andExpect(content().string(containsString("Isi usulan ini sudah dihapus pada")))
                    .andExpect(content().string(containsString("Foto sudah dihapus karena masa simpannya habis.")))
                    .andExpect(content().string(containsString("Temuan dan titik kunjungan sudah dihapus pada")))
                    .andExpect(content().string(containsString("Nama sudah dihapus")))
                    .andExpect(content().string(not(containsString(head))))
                    .andExpect(content().string(not(containsString(address))));
            mvc.perform(get("/casework/" + old).with(with(reader)))
                    .andExpect(content().string(containsString("Isi usulan dihapus karena masa simpannya habis")))
                    .andExpect(content().string(containsString("Kepala keluarga pegawai negeri")))
                    .andExpect(content().string(not(containsString(head))));
        }
        mvc.perform(get("/proposal/" + old)
                        .cookie(new Cookie("siks-language", "en"))
                        .with(with(place.verifier)))
                .andExpect(content().string(containsString("The content of this proposal was erased on")));
        mvc.perform(get("/proposal").with(with(place.operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(old.value())));
        assertThat(trail(old, place.verifier))
                .contains("Berkas dihapus karena masa simpannya habis", "Berkas ditambahkan")
                .contains("Nilai lama sudah dihapus setelah masa simpannya habis")
                .contains("Temuan sudah dihapus karena masa simpannya habis")
                .doesNotContain(address);
        assertThat(past.of(List.of(old, young))).extracting(c -> c.ref()).containsExactly(young);

        retention.eraseOld();
        assertThat(told(old)).as("once").hasSize(1);
        Stream.of(young, held).forEach(ref -> assertKept(ref, place.operator));

        assertThat(holds.lift(holds.on(held.value()).orElseThrow().id(), WHY, place.verifier.accountId()))
                .isTrue();
        retention.eraseOld();
        assertGone(held, place.operator);
    }

    @Test
    void what_was_withdrawn_goes_too_and_what_is_still_open_stays_however_old() {
        ProposalTestData.Place place = data.in("1602022002");
        CaseRef open = place.ready();
        CaseRef withdrawn = place.ready();
        withdrawn(place, withdrawn);
        age(open, TWO_YEARS * 5);
        age(withdrawn, TWO_YEARS + 1);

        retention.eraseOld();

        assertGone(withdrawn, place.operator);
        assertKept(open, place.operator);
        assertThat(fieldChecks.latest(withdrawn)).isEmpty();
    }

    @Test
    void of_a_home_nobody_came_to_nothing_is_said_to_have_been_found() throws Exception {
        ProposalTestData.Place place = data.in("1602022010");
        CaseRef ref = place.listed();
        withdrawn(place, ref);
        assertThat(fieldChecks.latest(ref).orElseThrow().visits())
                .as("asked for only")
                .isEmpty();
        age(ref, TWO_YEARS + 1);

        retention.eraseOld();

        assertThat(fieldChecks.latest(ref).orElseThrow().erasedAt()).isNotNull();
        mvc.perform(get("/proposal/" + ref).with(with(place.verifier)))
                .andExpect(content().string(containsString("Belum ada kunjungan.")))
                .andExpect(
                        content().string(containsString("Alamat dan nomor telepon untuk kunjungan sudah dihapus pada")))
                .andExpect(content().string(not(containsString("Temuan dan titik kunjungan"))));
    }

    @Test
    void why_a_meeting_agreed_all_the_same_goes_with_what_the_family_claimed() {
        ProposalTestData.Place place = data.in("1602022006");
        CaseRef ref = place.handedIn(TestFamilies.withoutSigns(place.family()));
        place.meets(ProposalTestData.agreedDespite("Rumah tampak layak tetapi suaminya sakit ginjal.", ref));
        assertThat(agreedDespite(ref)).as("or the test proves nothing").contains("sakit ginjal");
        withdrawn(place, ref);
        age(ref, TWO_YEARS + 1);

        retention.eraseOld();

        assertThat(agreedDespite(ref)).isNull();
    }

    @Test
    void the_names_of_many_go_with_one_statement_of_each_room() {
        ProposalTestData.Place place = data.in("1602022005");
        List<CaseRef> gone = List.of(place.ready(), place.ready());
        gone.forEach(ref -> withdrawn(place, ref));
        gone.forEach(ref -> age(ref, TWO_YEARS + 1));
        Instant before = time.now().minus(Duration.ofDays(TWO_YEARS));

        List<String> said = Statements.during(() -> transactions.executeWithoutResult(
                s -> kind("proposal.unsuccessful").erase(before, Set.of(), 500)));

        assertThat(said)
                .filteredOn(sql -> sql.contains("case_summary set subject"))
                .hasSize(1);
        assertThat(said)
                .filteredOn(sql -> sql.contains("work_item set subject"))
                .hasSize(1);
        assertThat(gone).extracting(ref -> timeline.summary(ref).subject()).containsOnly("");
    }

    @Test
    void what_the_register_took_over_goes_later_and_keeps_its_photos_and_its_line_of_the_list() throws Exception {
        ProposalTestData.Place place = data.in("1602022003");
        CaseRef ref = place.approved();
        transactions.executeWithoutResult(s -> batch.determined(List.of(ref), "123/HUK/2026"));
        FamilyContent registered = registered(ref);
        ListLine line = line(ref);
        List<AttachmentView> photos = photos(ref);
        List<Actor> readers = everybodyAround(place);
        List<Integer> seen = statuses(ref, readers);

        age(ref, SIX_YEARS - 1);
        retention.eraseOld();
        assertKept(ref, place.operator);

        age(ref, SIX_YEARS + 1);
        retention.eraseOld();

        ProposalView after = proposals.view(ref, place.operator);
        assertThat(after.erasedAt()).isNotNull();
        assertThat(after.content().members()).isEmpty();
        assertThat(after.subject()).as("as on the decree's list").isEqualTo(line.head());
        assertThat(registered(ref)).as("the register").isEqualTo(registered);
        assertThat(photos(ref)).as("prove the entry").isEqualTo(photos).isNotEmpty();
        assertThat(fieldChecks.latest(ref).orElseThrow().erasedAt()).isNotNull();
        assertThat(hashed(line(ref))).as("what the hash is made of").isEqualTo(hashed(line));
        assertThat(line(ref).address()).isEmpty();
        assertThat(statuses(ref, readers)).as("the same pages for everybody").isEqualTo(seen);
        mvc.perform(get("/proposal/" + ref).with(with(place.verifier)))
                .andExpect(content().string(containsString("Isi usulan ini sudah dihapus pada")))
                .andExpect(content()
                        .string(containsString("/evidence/" + photos.get(0).id())))
                .andExpect(content().string(not(containsString("Foto sudah dihapus"))));
        assertThat(trail(ref, place.verifier)).contains("Masuk basis data terpadu");
    }

    @Test
    void a_meeting_forgets_what_was_said_about_its_families_when_none_of_them_is_open_or_held() {
        ProposalTestData.Place place = data.in("1602022004");
        CaseRef declined = place.ready();
        CaseRef meeting = proposals.openMeeting(place.village, place.operator);
        Map<String, String> words =
                ProposalTestData.declined(declined, ReasonCode.OTHER, "Keluarga ini masih mampu menurut warga.");
        place.photo(meeting, AttachmentKind.MEETING_MINUTES);
        place.records(meeting, words);
        data.does(
                place.head,
                meeting,
                "sign-meeting",
                Map.of("signature", "sendBack", "reasonCode", "OTHER", "reasonText", "Tempatnya keliru ditulis"));
        place.meets(words);
        CaseRef later = place.ready();
        CaseRef stillOpen = proposals.openMeeting(place.village, place.operator);
        place.meets(ProposalTestData.agreedTo(later));
        Stream.of(meeting, stillOpen).forEach(ref -> ageMeeting(ref, SIX_YEARS + 1));
        assertThat(holds.place(declined.value(), WHY, place.verifier.accountId()))
                .isTrue();

        retention.eraseOld();
        assertThat(verdicts(meeting)).as("held").contains("masih mampu");

        holds.lift(holds.on(declined.value()).orElseThrow().id(), WHY, place.verifier.accountId());
        int records = destroyed("proposal.meeting");
        retention.eraseOld();
        retention.eraseOld();

        assertThat(verdicts(meeting)).doesNotContain("masih mampu").contains(declined.value(), "OTHER");
        assertThat(attachments.of(meeting.value())).isEmpty();
        assertThat(attachments.wereErased(meeting.value())).isTrue();
        assertThat(destroyed("proposal.meeting")).isGreaterThan(records);
        assertThat(attachments.of(stillOpen.value()))
                .as("a family of it is open")
                .isNotEmpty();
        assertThat(proposals.meeting(meeting, place.operator).recorded().verdicts())
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.declined().code()).isEqualTo(ReasonCode.OTHER));
    }

    private void rejected(ProposalTestData.Place place, CaseRef ref) {
        Map<String, String> answers = Map.of(
                "decision",
                "reject",
                "reasonCode",
                "EXCLUDED_OCCUPATION",
                "reasonText",
                "Kepala keluarga pegawai negeri");
        data.does(place.verifier, ref, "decide-proposal", answers);
    }

    private void withdrawn(ProposalTestData.Place place, CaseRef ref) {
        int seen = proposals.view(ref, place.operator).version();
        proposals.withdraw(ref, seen, "Keluarga sudah pindah desa.", UUID.randomUUID(), place.operator);
    }

    private String agreedDespite(CaseRef ref) {
        return db.sql("select agreed_despite from proposal.proposal where case_ref = :ref")
                .param("ref", ref.value())
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private Perishable kind(String code) {
        return kinds.stream()
                .filter(kind -> kind.kind().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** One of each role that may open a proposal of the village. */
    private List<Actor> everybodyAround(ProposalTestData.Place place) {
        AreaCode village = place.village;
        AreaCode district = village.at(AreaLevel.DISTRICT);
        AreaCode regency = village.at(AreaLevel.REGENCY);
        return List.of(
                people.operator(village),
                people.villageHead(village),
                people.holding(Role.DISTRICT_HEAD, district),
                place.worker,
                people.verifier(regency),
                people.officeHead(regency),
                people.regent(regency),
                people.provinceOfficer(village.at(AreaLevel.PROVINCE)),
                people.ministryOfficer(),
                people.decider(),
                people.auditor(regency));
    }

    /** How each page of the case answers each of them; nobody is refused. */
    private List<Integer> statuses(CaseRef ref, List<Actor> readers) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (Actor reader : readers) {
            for (String room : List.of("/proposal/", "/casework/")) {
                statuses.add(mvc.perform(get(room + ref).with(with(reader)))
                        .andReturn()
                        .getResponse()
                        .getStatus());
            }
        }
        assertThat(statuses).containsOnly(200);
        return statuses;
    }

    /** How the steps of the wizard answer, which nobody needs any more but an old link may still name. */
    private List<Integer> steps(CaseRef ref, Actor operator) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (String step : List.of("family", "housing", "place", "photos", "review")) {
            statuses.add(mvc.perform(get("/proposal/" + ref + "/" + step).with(with(operator)))
                    .andReturn()
                    .getResponse()
                    .getStatus());
        }
        return statuses;
    }

    private String trail(CaseRef ref, Actor reader) throws Exception {
        return mvc.perform(post("/casework/" + ref + "/export")
                        .param("purpose", "Pemeriksaan pengaduan keluarga")
                        .param("format", "csv")
                        .with(csrf())
                        .with(with(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void assertGone(CaseRef ref, Actor reader) {
        ProposalView view = proposals.view(ref, reader);
        assertThat(view.erasedAt()).isNotNull();
        assertThat(view.subject()).isEmpty();
        assertThat(view.content().members()).isEmpty();
        assertThat(view.content().address()).isNull();
        assertThat(view.returned()).as("why it ended").isNotNull();
        assertThat(photos(ref)).isEmpty();
        fieldChecks.latest(ref).ifPresent(check -> {
            assertThat(check.erasedAt()).isNotNull();
            assertThat(check.lastVisit().place()).isNull();
            assertThat(check.lastVisit().findings()).isEmpty();
            assertThat(check.lastVisit().visitedBy()).isNotNull();
        });
        assertThat(said.count(ref, READER)).isZero();
        assertThat(told(ref)).hasSize(1);
    }

    private void assertKept(CaseRef ref, Actor reader) {
        ProposalView view = proposals.view(ref, reader);
        assertThat(view.erasedAt()).isNull();
        assertThat(view.subject()).isNotEmpty();
        assertThat(view.content().members()).isNotEmpty();
        assertThat(attachments.of(ref.value())).hasSize(2);
        fieldChecks.latest(ref).ifPresent(check -> {
            assertThat(check.erasedAt()).isNull();
            assertThat(check.lastVisit().place()).isNotNull();
            assertThat(attachments.of(check.photos())).isNotEmpty();
        });
        assertThat(told(ref)).isEmpty();
    }

    private List<TimelineEntry> told(CaseRef ref) {
        return timeline.of(ref).stream()
                .filter(entry -> entry.what().equals("content-erased"))
                .toList();
    }

    private List<AttachmentView> photos(CaseRef ref) {
        return Stream.concat(Stream.of(ref.value()), fieldChecks.latest(ref).map(FieldCheckView::photos).stream())
                .flatMap(owner -> attachments.of(owner).stream())
                .toList();
    }

    private FamilyContent registered(CaseRef ref) {
        return families.find(families.familyOf(ref).orElseThrow().id())
                .orElseThrow()
                .content();
    }

    private ListLine line(CaseRef ref) {
        return batch.lines(List.of(ref)).get(0);
    }

    private static List<Object> hashed(ListLine line) {
        return List.of(line.village(), line.head(), line.nik(), line.members(), line.signs());
    }

    private String verdicts(CaseRef meeting) {
        return db.sql(
                        "select verdicts::text || former_records::text from proposal.village_meeting where meeting_ref = :ref")
                .param("ref", meeting.value())
                .query(String.class)
                .single();
    }

    /** The case came to where it is so many days ago. */
    private void age(CaseRef ref, int days) {
        for (String sql : List.of(
                "update proposal.proposal set changed_at = :at where case_ref = :ref",
                "update casework.case_summary set since = :at where case_ref = :ref",
                "update fieldcheck.field_check set concluded_at = :at where case_ref = :ref",
                "update fieldcheck.field_check set unsuccessful_since = :at where case_ref = :ref and unsuccessful_since is not null",
                "update worklist.comment set unsuccessful_since = :at where case_ref = :ref and unsuccessful_since is not null",
                "update evidence.attachment set unsuccessful_since = :at where owner = :ref and unsuccessful_since is not null")) {
            aged(sql, ref, days);
        }
    }

    private void ageMeeting(CaseRef ref, int days) {
        aged("update proposal.village_meeting set signed_at = :at where meeting_ref = :ref", ref, days);
    }

    private void aged(String sql, CaseRef ref, int days) {
        db.sql(sql)
                .param("at", Timestamp.from(time.now().minus(Duration.ofDays(days))))
                .param("ref", ref.value())
                .update();
    }

    private Map<String, Integer> records(String... kinds) {
        return Stream.of(kinds).collect(Collectors.toMap(kind -> kind, this::destroyed));
    }

    private int destroyed(String kind) {
        return db.sql("select count(*) from public.destruction where kind = :kind")
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }
}
