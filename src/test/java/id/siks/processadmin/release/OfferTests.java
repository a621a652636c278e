package id.siks.processadmin.release;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import id.siks.platform.Sha256;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.check.Shipped.File;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What the application brings beside an administrator's own waits only as long as it can be released. */
class OfferTests extends ReleaseTest {

    @Autowired
    ShippedReleases shippedReleases;

    @Autowired
    MockMvc mvc;

    @AfterEach
    void onlyThisCame() {
        jdbc.update(
                "delete from processadmin.shipped where key = ? and sha256 <> ?", TABLE, Sha256.hex(shippedTable()));
    }

    @Test
    void what_came_last_is_asked_again_beside_what_was_released_since() throws Exception {
        released(draft(TABLE, RIGHT, "label=\"Saran daerah\""));
        shippedReleases.bring(List.of(brought("label=\"Saran pusat\"")));
        long offer = releases.waiting(null, 100).get(0).id();

        long mine = released(draft(TABLE, RIGHT, "label=\"Saran daerah kedua\""));

        assertThat(releases.find(offer))
                .returns(ReleaseState.DECLINED, Release::state)
                .extracting(declined -> declined.decision().words())
                .isEqualTo("Disusul versi " + releases.find(mine).version());
        mvc.perform(get("/processadmin/releases/" + offer).with(with(second)))
                .andExpect(content().string(containsString("sudah didahului versi atau tawaran yang lebih baru")));
        Release again = waiting();
        assertThat(again.baseId()).isEqualTo(mine);
        assertThat(again.source()).isEqualTo(ReleaseSource.SHIPPED);
        assertThat(again.content()).contains("Saran pusat");
        releases.release(again.id(), Effect.NOW, REASON, second);
        assertThat(releases.inForce(ModelKind.DMN, TABLE).orElseThrow().id()).isEqualTo(again.id());
    }

    @Test
    void what_an_older_application_brought_goes_when_something_is_released() {
        File old = brought(RIGHT);
        shippedReleases.bring(List.of(brought("label=\"Saran yang baru\"")));
        shippedReleases.bring(List.of(old));
        assertThat(waiting().content()).isEqualTo(shippedTable());

        released(draft(TABLE, RIGHT, "label=\"Saran daerah\""));

        assertThat(releases.waiting(null, 100)).isEmpty();
    }

    private Release waiting() {
        List<Release> waiting = releases.waiting(null, 100);
        assertThat(waiting).hasSize(1);
        return waiting.get(0);
    }

    private long released(long draft) {
        long id = proposing.propose(draft, 1, null, NOTE, author);
        releases.release(id, Effect.NOW, REASON, second);
        return id;
    }

    private File brought(String label) {
        byte[] content = shippedTable().replace(RIGHT, label).getBytes(StandardCharsets.UTF_8);
        return new File(ModelKind.DMN, "program", TABLE, content);
    }
}
