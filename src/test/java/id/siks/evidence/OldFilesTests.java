package id.siks.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.siks.EngineTest;
import id.siks.Plans;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.TestCases;
import id.siks.evidence.AttachmentRows.Movement;
import id.siks.evidence.Attachments.StoredAttachment;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Requirement 24: the row goes first, then the file; that it was there stays. */
@EngineTest
class OldFilesTests {

    private static final AreaCode VILLAGE = new AreaCode("1603012011");

    @Autowired
    Attachments attachments;

    @Autowired
    AttachmentRows rows;

    @Autowired
    FileStore files;

    @Autowired
    OrphanSweep sweep;

    @Autowired
    TestActors people;

    @Autowired
    TestCases cases;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    private String owner;
    private Actor operator;
    private StoredAttachment stored;

    @BeforeEach
    void aPhoto() {
        operator = people.operator(VILLAGE);
        owner = "uji-" + UUID.randomUUID().toString().substring(0, 20);
        AttachmentId id = attachments.add(
                new AttachmentUpload(
                        owner, VILLAGE, AttachmentKind.HOUSE_FRONT, SampleFiles.jpeg(800, 600), Capture.UNKNOWN),
                operator);
        stored = rows.find(id).orElseThrow();
    }

    @Test
    void erased_is_the_file_and_its_small_picture_but_not_that_they_were_there() {
        assertThat(attachments.erase(List.of(owner))).isEqualTo(1);
        assertThat(attachments.erase(List.of(owner))).as("nothing was left").isZero();

        assertThat(attachments.of(owner)).isEmpty();
        assertThat(attachments.wereErased(owner)).isTrue();
        assertThat(onDisk()).noneMatch(Files::exists);
        assertThat(rows.movements(List.of(owner)))
                .extracting(Movement::gone, Movement::by)
                .containsExactly(tuple(false, operator.accountId()), tuple(true, null));
    }

    @Test
    void what_somebody_took_back_was_not_erased_after_its_time() {
        attachments.remove(stored.view().id(), operator);

        assertThat(attachments.wereErased(owner)).isFalse();
    }

    @Test
    void a_transaction_that_fails_keeps_row_and_file() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    attachments.erase(List.of(owner));
                    throw new IllegalStateException("the record cannot be written");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(attachments.of(owner)).hasSize(1);
        assertThat(onDisk()).allMatch(Files::exists);
    }

    @Test
    void files_of_a_crash_between_row_and_file_are_swept_up_at_the_next_start() throws IOException {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        for (Path file : onDisk()) {
            Files.setLastModifiedTime(file, FileTime.from(yesterday));
        }
        transactions.executeWithoutResult(status -> rows.erase(List.of(owner), Instant.now()));
        assertThat(onDisk()).allMatch(Files::exists);

        // Files of other tests are younger.
        sweep.sweep(yesterday.plusSeconds(60));

        assertThat(onDisk()).noneMatch(Files::exists);
    }

    @Test
    void only_files_of_families_whose_case_was_unsuccessful_perish_the_oldest_first() {
        Instant first = Instant.parse("2001-01-01T00:00:00Z");
        CaseRef family = ended("NEW_REGISTRATION", CaseStatus.CANCELLED, first.plusSeconds(1));
        CaseRef older = ended("NEW_REGISTRATION", CaseStatus.DECLINED_BY_MEETING, first);
        ended("NEW_REGISTRATION", CaseStatus.DETERMINED, first);
        ended("NEW_REGISTRATION", CaseStatus.REGENCY_REVIEW, first);
        ended("VILLAGE_MEETING", CaseStatus.CANCELLED, first);
        ended("PERIOD", CaseStatus.CANCELLED, first);
        Instant after = first.plusSeconds(2);

        assertThat(rows.unsuccessful(first.plusSeconds(1), Set.of(), 500)).containsExactly(older.value());
        assertThat(rows.unsuccessful(after, Set.of(), 500)).containsExactly(older.value(), family.value());
        assertThat(rows.unsuccessful(after, Set.of(), 1)).containsExactly(older.value());
        assertThat(rows.unsuccessful(after, Set.of(older.value()), 1)).containsExactly(family.value());
        attachments.erase(List.of(older.value(), family.value()));
    }

    @Test
    void old_files_are_found_by_the_day_their_case_ended() {
        Map<String, ?> params = Map.of(
                "before", Timestamp.from(Instant.EPOCH), "held", new String[] {"UJI-1804-26-900001"}, "most", 500);

        assertThat(Plans.of(AttachmentRows.UNSUCCESSFUL, params, db, transactions))
                .containsPattern("attachment_perishes[^\\n]*\\s+Index Cond");
    }

    /** A case with two files that came to where it is at that moment. */
    private CaseRef ended(String kind, CaseStatus status, Instant at) {
        CaseRef ref = cases.standing(kind, VILLAGE, "Uji", CaseStatus.REGENCY_REVIEW, at);
        for (AttachmentKind photo : List.of(AttachmentKind.HOUSE_FRONT, AttachmentKind.HOUSE_INSIDE)) {
            attachments.add(
                    new AttachmentUpload(ref.value(), VILLAGE, photo, SampleFiles.jpeg(400, 300), Capture.UNKNOWN),
                    operator);
        }
        cases.comesTo(ref, status, at);
        return ref;
    }

    private List<Path> onDisk() {
        return Stream.of(stored.fileName(), stored.thumbName()).map(files::path).toList();
    }
}
