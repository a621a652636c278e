package id.siks.evidence;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.evidence.AttachmentRows.Movement;
import id.siks.identity.AccessEntry;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.identity.TestAccessLog;
import id.siks.identity.TestActors;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Requirement 17. */
@EngineTest
class AttachmentsTests {

    private static final AreaCode VILLAGE = AreaCode.of("18.04.06.2006");
    private static final AreaCode OTHER_VILLAGE = AreaCode.of("18.04.06.2007");

    @Autowired
    private Attachments attachments;

    @Autowired
    private FileStore files;

    @Autowired
    private AttachmentRows rows;

    @Autowired
    private OrphanSweep sweep;

    @Autowired
    private TestActors actors;

    @Autowired
    private TestAccessLog accessLog;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MockMvc mvc;

    private Actor operator;
    private String owner;

    @BeforeEach
    void somebodyWithSomething() {
        operator = actors.operator(VILLAGE);
        owner = "uji-" + UUID.randomUUID().toString().substring(0, 20);
    }

    @ParameterizedTest
    @MethodSource("id.siks.evidence.SampleFiles#badPhotos")
    void a_bad_photo_is_refused_with_its_own_sentence_and_nothing_is_kept(String problem, byte[] content) {
        assertThatThrownBy(() -> add(AttachmentKind.HOUSE_FRONT, content))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo("file");
                            assertThat(error.message().key()).isEqualTo("evidence.error." + problem);
                        }));
        assertThat(attachments.of(owner)).isEmpty();
    }

    @Test
    void a_photo_without_notes_is_kept_and_served_to_those_who_see_the_village_only() throws Exception {
        AttachmentId id = add(AttachmentKind.HOUSE_FRONT, SampleFiles.jpeg(800, 600));

        assertThat(attachments.has(owner, AttachmentKind.HOUSE_FRONT)).isTrue();
        assertThat(attachments.has(owner, AttachmentKind.TOILET)).isFalse();
        mvc.perform(get("/evidence/{id}", id.value()).with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "image/jpeg"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "private, no-store"))
                .andExpect(result -> assertThat(result.getResponse().getHeaders("Content-Security-Policy"))
                        .contains("default-src 'none'; frame-ancestors 'none'; sandbox"));
        Actor stranger = actors.operator(OTHER_VILLAGE);
        for (String path : new String[] {"/evidence/{id}", "/evidence/{id}/thumb"}) {
            mvc.perform(get(path, id.value()).with(with(stranger))).andExpect(status().isNotFound());
            mvc.perform(get(path, "999999999999").with(with(stranger))).andExpect(status().isNotFound());
            mvc.perform(get(path, "1804061506850001").with(with(stranger))).andExpect(status().isNotFound());
        }
        mvc.perform(post("/evidence/{owner}/attachments", EvidenceDoors.OWNER)
                        .param("kind", "OTHER")
                        .with(with(stranger))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(accessLog.by(stranger))
                .allSatisfy(entry -> assertThat(entry.outcome()).isEqualTo(AccessOutcome.REFUSED))
                .extracting(AccessEntry::subject)
                .as("what is not there is noted like what is elsewhere, a number that may be a NIK is not")
                .containsExactlyInAnyOrder(
                        "evidence:" + id,
                        "evidence:" + id,
                        "evidence:999999999999",
                        "evidence:999999999999",
                        "casework:" + EvidenceDoors.OWNER);
        assertThat(accessLog.about("evidence:" + id)).hasSize(3);
    }

    @Test
    void the_served_photo_stands_upright_and_tells_nothing_while_place_and_time_are_kept_apart() throws Exception {
        AttachmentId id = add(AttachmentKind.HOUSE_FRONT, SampleFiles.jpegWithNotes(800, 600));

        byte[] served = files.read(rows.find(id).orElseThrow().fileName());
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(served));
        assertThat(picture.getWidth()).isEqualTo(600);
        assertThat(picture.getHeight()).isEqualTo(800);
        // Turned clockwise: what was left is above now.
        assertThat(picture.getRGB(300, 100) >> 16 & 0xFF).isGreaterThan(200);
        assertThat(picture.getRGB(300, 700) & 0xFF).isGreaterThan(200);
        assertThat(new String(served, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif");
        Map<String, Object> kept = jdbc.sql("select * from evidence.attachment where id = :id")
                .param("id", id.value())
                .query()
                .singleRow();
        assertThat(kept.get("exif_latitude").toString()).isEqualTo("-5.030000");
        assertThat(kept.get("exif_longitude").toString()).isEqualTo("104.080000");
        assertThat(kept.get("exif_taken_at").toString()).startsWith("2026-11-20 09:15");
    }

    @Test
    void nonsense_a_device_tells_about_itself_does_not_make_the_photo_worse() throws Exception {
        for (String nonsense : new String[] {"1e-999999999", "1e999999999", "NaN", "+1000000000-12-31T23:59:59Z"}) {
            mvc.perform(multipart("/evidence/UJI-1804-26-000001/attachments")
                            .file(new MockMultipartFile("file", "f.jpg", "image/jpeg", SampleFiles.jpeg(400, 300)))
                            .param("kind", "HOUSE_FRONT")
                            .param("latitude", nonsense)
                            .param("longitude", nonsense)
                            .param("accuracy", nonsense)
                            .param("takenAt", nonsense)
                            .with(csrf())
                            .with(with(actors.verifier(new AreaCode("1804")))))
                    .andExpect(status().is3xxRedirection());
        }
    }

    /** Requirement 26. */
    @Test
    void a_file_sent_again_from_the_same_page_is_one_attachment() throws Exception {
        String owner = EvidenceDoors.OWNER;
        int before = attachments.of(owner).size();
        Actor sender = actors.verifier(new AreaCode("1804"));
        String page = UUID.randomUUID().toString();
        send(sender, owner, page, SampleFiles.jpeg(410, 300));
        send(sender, owner, page, SampleFiles.jpeg(410, 300));
        assertThat(attachments.of(owner)).hasSize(before + 1);

        send(sender, owner, page, SampleFiles.jpeg(420, 300));
        assertThat(attachments.of(owner)).hasSize(before + 2);
        send(sender, owner, UUID.randomUUID().toString(), SampleFiles.jpeg(410, 300));
        assertThat(attachments.of(owner)).hasSize(before + 3);

        attachments.remove(attachments.of(owner).get(before).id(), sender);
        send(sender, owner, page, SampleFiles.jpeg(410, 300));
        assertThat(attachments.of(owner)).hasSize(before + 3);
    }

    private void send(Actor sender, String owner, String page, byte[] photo) throws Exception {
        mvc.perform(multipart("/evidence/" + owner + "/attachments")
                        .file(new MockMultipartFile("file", "f.jpg", "image/jpeg", photo))
                        .param("kind", "HOUSE_FRONT")
                        .param("key", page)
                        .with(csrf())
                        .with(with(sender)))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void a_big_photo_becomes_small_and_has_a_thumb() throws Exception {
        AttachmentId id = add(AttachmentKind.TOILET, SampleFiles.png(4000, 3000));

        var stored = rows.find(id).orElseThrow();
        assertThat(ImageIO.read(files.path(stored.fileName()).toFile()).getWidth())
                .isLessThanOrEqualTo(2560);
        assertThat(ImageIO.read(files.path(stored.thumbName()).toFile()).getWidth())
                .isEqualTo(320);
    }

    @Test
    void minutes_may_be_a_pdf_and_are_served_as_a_download() throws Exception {
        AttachmentId id = add(AttachmentKind.MEETING_MINUTES, SampleFiles.pdf());

        mvc.perform(get("/evidence/{id}", id.value()).with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"bukti-" + id + ".pdf\""));
        assertThatThrownBy(() -> add(AttachmentKind.MEETING_MINUTES, SampleFiles.firstHalf(SampleFiles.pdf())))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void files_have_random_names_and_belong_to_nobody_else() throws Exception {
        AttachmentId id = add(AttachmentKind.OTHER, SampleFiles.jpeg(400, 300));
        Path file = files.path(rows.find(id).orElseThrow().fileName());

        assertThat(file.getFileName().toString()).matches("[0-9a-f]{32}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> files.path("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_file_goes_with_its_row() {
        AttachmentId id = add(AttachmentKind.OTHER, SampleFiles.jpeg(400, 300));
        Path file = files.path(rows.find(id).orElseThrow().fileName());

        assertThatThrownBy(() -> attachments.remove(id, actors.operator(VILLAGE)))
                .isInstanceOf(NotFound.class);
        assertThat(file).exists();
        assertThat(accessLog.about("evidence:" + id))
                .extracting(AccessEntry::outcome)
                .containsExactly(AccessOutcome.REFUSED);
        attachments.remove(id, operator);
        assertThat(file).doesNotExist();
        assertThat(attachments.of(owner)).isEmpty();
    }

    @Test
    void who_may_add_such_a_file_may_take_a_colleagues_back_and_who_only_sees_it_may_not() {
        owner = EvidenceDoors.OWNER;
        AttachmentId id = add(AttachmentKind.OTHER, SampleFiles.jpeg(400, 300));
        Actor onlooker = actors.auditor(new AreaCode("1804"));
        Actor verifier = actors.verifier(new AreaCode("1804"));

        assertThatThrownBy(() -> attachments.remove(id, onlooker)).isInstanceOf(NotFound.class);
        attachments.remove(id, verifier);
        assertThat(rows.find(id)).isEmpty();
        assertThat(rows.movements(List.of(owner)))
                .filteredOn(movement -> movement.id().equals(id) && movement.gone())
                .extracting(Movement::by)
                .containsExactly(verifier.accountId());
    }

    @Test
    void a_transaction_that_fails_leaves_no_file_and_a_crash_is_swept_up() {
        String[] names = new String[1];
        transaction.executeWithoutResult(status -> {
            names[0] = files.write(new byte[] {1});
            status.setRollbackOnly();
        });
        assertThat(files.path(names[0])).doesNotExist();

        String orphan = files.write(new byte[] {1});
        AttachmentId named = add(AttachmentKind.OTHER, SampleFiles.jpeg(400, 300));
        sweep.sweep(Instant.parse("2999-01-01T00:00:00Z"));
        assertThat(files.path(orphan)).doesNotExist();
        assertThat(files.path(rows.find(named).orElseThrow().fileName())).exists();
    }

    private AttachmentId add(AttachmentKind kind, byte[] content) {
        return attachments.add(new AttachmentUpload(owner, VILLAGE, kind, content, Capture.UNKNOWN), operator);
    }
}
