package id.siks.casework;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.retention.Hold;
import id.siks.platform.retention.Holds;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Requirement 24: an auditor holds cases of his territory; everybody sees that, only auditors why. */
@EngineTest
class HoldPagesTests {

    private static final AreaCode VILLAGE = new AreaCode("5202011001");
    private static final String WHY = "Permintaan Ombudsman nomor 12/2026.";

    @Autowired
    Holds holds;

    @Autowired
    Timeline timeline;

    @Autowired
    CaseRefs refs;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    BusinessTime time;

    @Autowired
    TestActors people;

    @Autowired
    MockMvc mvc;

    private Actor auditor;
    private CaseRef ref;

    @BeforeEach
    void aCase() {
        auditor = people.auditor(new AreaCode("5202"));
        ref = refs.next("USL", VILLAGE);
        events.publishEvent(
                new CaseOpened(ref, "NEW_REGISTRATION", VILLAGE, "Keluarga Uji", CaseStatus.DRAFT, null, time.now()));
    }

    @Test
    void what_is_held_and_let_go_stands_in_the_timeline_without_the_reason() throws Exception {
        place(auditor, ref.value(), WHY).andExpect(redirectedUrl("/casework/holds"));

        Hold hold = holds.on(ref.value()).orElseThrow();
        assertThat(hold.reason()).isEqualTo(WHY);
        assertThat(hold.placedBy()).isEqualTo(auditor.accountId());
        read(auditor, "/casework/holds").andExpect(content().string(containsString(WHY)));

        lift(auditor, hold.id(), "Pemeriksaan sudah selesai.").andExpect(redirectedUrl("/casework/holds?lifted=true"));

        Hold lifted = holds.find(hold.id()).orElseThrow();
        assertThat(lifted.inForce()).isFalse();
        assertThat(lifted.liftedBy()).isEqualTo(auditor.accountId());
        assertThat(lifted.liftReason()).isEqualTo("Pemeriksaan sudah selesai.");
        read(auditor, "/casework/holds").andExpect(content().string(not(containsString(ref.value()))));
        read(auditor, "/casework/holds?lifted=true")
                .andExpect(content().string(containsString("Pemeriksaan sudah selesai.")));
        assertThat(timeline.of(ref)).extracting(TimelineEntry::what).contains("hold-placed", "hold-lifted");
        read(people.operator(VILLAGE), "/casework/" + ref)
                .andExpect(content().string(containsString("Penghapusan data ditahan oleh pemeriksa")))
                .andExpect(content().string(containsString("Penahanan penghapusan data dicabut")))
                .andExpect(content().string(not(containsString("Ombudsman"))));
    }

    @Test
    void nothing_is_held_without_a_reason_and_what_was_typed_stays() throws Exception {
        place(auditor, ref.value(), "singkat")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Tulis 10 sampai 1.000 huruf.")))
                .andExpect(content().string(containsString(ref.value())))
                .andExpect(content().string(containsString("singkat")));
        place(auditor, ref.value(), "Aduan 1804042602850224 diperiksa.")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Hapus NIK atau nomor KK")));
        assertThat(holds.on(ref.value())).isEmpty();
    }

    @Test
    void nothing_is_let_go_without_a_reason() throws Exception {
        place(auditor, ref.value(), WHY);
        long id = holds.on(ref.value()).orElseThrow().id();
        lift(auditor, id, "  ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Tulis 10 sampai 1.000 huruf.")));
        assertThat(holds.on(ref.value())).isPresent();
    }

    @Test
    void a_case_of_another_territory_is_like_one_that_does_not_exist() throws Exception {
        Actor elsewhere = people.auditor(new AreaCode("5203"));
        String absent = "USL-5202-26-999999";
        for (String number : new String[] {ref.value(), absent, "apa saja"}) {
            place(elsewhere, number, WHY)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("Tidak ada perkara dengan nomor ini di wilayah Anda.")));
        }
        assertThat(holds.on(ref.value())).isEmpty();

        place(auditor, ref.value(), WHY);
        long id = holds.on(ref.value()).orElseThrow().id();
        read(elsewhere, "/casework/holds").andExpect(content().string(not(containsString(ref.value()))));
        mvc.perform(get("/casework/holds/" + id).with(with(elsewhere))).andExpect(status().isNotFound());
        lift(elsewhere, id, "Pemeriksaan sudah selesai.").andExpect(status().isNotFound());
        assertThat(holds.on(ref.value())).isPresent();
    }

    @Test
    void whoever_comes_second_is_told_who_was_first() throws Exception {
        place(auditor, ref.value(), WHY);
        Actor colleague = people.auditor(new AreaCode("52"));
        place(colleague, ref.value(), WHY)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Perkara ini sudah ditahan oleh " + auditor.displayName())));

        long id = holds.on(ref.value()).orElseThrow().id();
        lift(colleague, id, "Pemeriksaan sudah selesai.").andExpect(status().is3xxRedirection());
        lift(auditor, id, "Pemeriksaan sudah selesai.")
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(containsString("Penahanan ini sudah dicabut oleh " + colleague.displayName())));
    }

    private ResultActions read(Actor reader, String path) throws Exception {
        return mvc.perform(get(path).with(with(reader))).andExpect(status().isOk());
    }

    private ResultActions place(Actor by, String number, String reason) throws Exception {
        return mvc.perform(post("/casework/holds")
                .with(with(by))
                .with(csrf())
                .param("key", UUID.randomUUID().toString())
                .param("number", number)
                .param("reason", reason));
    }

    private ResultActions lift(Actor by, long hold, String reason) throws Exception {
        return mvc.perform(post("/casework/holds/" + hold + "/lift")
                .with(with(by))
                .with(csrf())
                .param("key", UUID.randomUUID().toString())
                .param("liftReason", reason));
    }
}
