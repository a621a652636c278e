package id.siks.processadmin.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.platform.Conflict;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.Refused;
import id.siks.platform.Sha256;
import id.siks.platform.forms.FormSchemas;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.check.Shipped.File;
import id.siks.processadmin.draft.Overtaking;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Security requirement 7: nobody changes alone what cases follow, and nothing that was changed is lost. */
class ReleaseTests extends ReleaseTest {

    @Autowired
    ReleaseCheck sound;

    @Autowired
    Comparisons comparisons;

    @Autowired
    ShippedReleases shippedReleases;

    @Autowired
    Rechecks rechecks;

    @Autowired
    FormSchemas forms;

    @Test
    void what_the_application_ships_is_released_and_with_the_engine() {
        for (File file : shipped.all()) {
            Release release = releases.inForce(file.kind(), file.key()).orElseThrow();
            assertThat(release.content()).isEqualTo(new String(file.content(), StandardCharsets.UTF_8));
            assertThat(release.deployedAt()).isNotNull();
        }
        assertThat(engine.createProcessDefinitionQuery().latestVersion().list())
                .extracting(d -> d.getKey())
                .contains("proposal-trunk", "village-meeting", "field-check", "period-finalization");
    }

    @Test
    void a_draft_is_proposed_by_one_and_released_by_another() {
        long draft = draft(TABLE, RIGHT, "label=\"Saran kelayakan\"");
        int before = versions();

        long id = proposing.propose(draft, 1, null, NOTE, author);

        assertThat(versions()).as("proposing changes nothing").isEqualTo(before);
        assertThat(stateOf(draft)).isEqualTo("PROPOSED");
        assertThatThrownBy(() -> releases.release(id, Effect.NOW, REASON, author))
                .as("not by whoever proposed it, though he has the role")
                .isInstanceOf(Refused.class)
                .hasMessage("processadmin.release.error.own");
        assertThatThrownBy(() -> releases.release(id, Effect.NOW, "ya", second)).isInstanceOf(InvalidInput.class);
        assertThat(versions()).isEqualTo(before);

        releases.release(id, Effect.NOW, REASON, second);

        assertThat(versions()).isEqualTo(before + 1);
        assertThat(releases.inForce(ModelKind.DMN, TABLE).orElseThrow().id()).isEqualTo(id);
        assertThat(stateOf(draft)).isEqualTo("RELEASED");
        assertThat(entries(id)).containsExactly("PROPOSED", "RELEASED", "DEPLOYED");
        assertThat(jdbc.queryForList(
                        "select account_id from processadmin.release_entry where release_id = ? and what <> 'DEPLOYED' order by entry_id",
                        Long.class,
                        id))
                .containsExactly(author.accountId(), second.accountId());
    }

    @Test
    void what_the_check_refuses_is_never_proposed() {
        long draft = draft(TABLE, "<text>\"DIRECT\"</text>", "<text>for i in 1..9 return i</text>");

        assertThatThrownBy(() -> proposing.propose(draft, 1, null, NOTE, author))
                .isInstanceOf(Refused.class)
                .hasMessage("processadmin.release.error.refused");
        assertThat(stateOf(draft)).isEqualTo("OPEN");
        assertThat(releases.waiting(null, 100)).isEmpty();
    }

    @Test
    void a_draft_that_was_saved_since_is_not_proposed() {
        long draft = draft(TABLE, RIGHT, "label=\"Saran baru\"");

        assertThatThrownBy(() -> proposing.propose(draft, 2, null, NOTE, author))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void two_who_release_at_once_get_one_version_and_the_other_is_told_who_was_faster() throws Exception {
        Actor third = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
        long id = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran cepat\""), 1, null, NOTE, author);
        int before = versions();
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> both = List.of(second, third).stream()
                    .map(actor -> threads.submit((Callable<Object>) () -> {
                        together.await();
                        try {
                            releases.release(id, Effect.NOW, REASON, actor);
                            return actor;
                        } catch (Conflict lost) {
                            return lost;
                        }
                    }))
                    .toList();
            Object one = both.get(0).get();
            Object other = both.get(1).get();

            Actor winner = (Actor) (one instanceof Actor ? one : other);
            Conflict lost = (Conflict) (one instanceof Actor ? other : one);
            assertThat(lost.reason().key()).isEqualTo("processadmin.release.error.decided.RELEASED");
            assertThat(lost.reason().args().get(0)).isEqualTo(winner.displayName());
            assertThat(versions()).isEqualTo(before + 1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void of_two_proposals_for_one_model_the_second_is_overtaken() {
        long one = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran satu\""), 1, null, NOTE, author);
        long other = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran dua\""), 1, null, NOTE, author);
        releases.release(one, Effect.NOW, REASON, second);

        assertThatThrownBy(() -> releases.release(other, Effect.NOW, REASON, second))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        overtaken -> assertThat(overtaken.reason().args()).contains(second.displayName()));
        assertThat(releases.inForce(ModelKind.DMN, TABLE).orElseThrow().id()).isEqualTo(one);
    }

    @Test
    void a_draft_begun_before_another_release_is_proposed_only_when_its_author_says_he_compared_them() {
        byte[] mine = shippedTable().replace(RIGHT, "label=\"Saran saya\"").getBytes(StandardCharsets.UTF_8);
        long draft = drafts.begin(ModelKind.DMN, TABLE, "program", mine, NOTE, author);
        assertThat(overtakings.of(drafts.find(draft))).isEmpty();
        long theirs = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran lain\""), 1, null, NOTE, author);
        releases.release(theirs, Effect.NOW, REASON, second);
        Release between = releases.find(theirs);

        assertThat(overtakings.of(drafts.find(draft)))
                .get()
                .returns(theirs, Overtaking::release)
                .returns(between.version(), Overtaking::version)
                .returns(between.version() - 1, Overtaking::begunFrom)
                .returns(second.accountId(), Overtaking::by);
        for (Integer unsaid : Arrays.asList(null, between.version() - 1)) {
            assertThatThrownBy(() -> proposing.propose(draft, 1, unsaid, NOTE, author))
                    .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.errors())
                            .extracting(FieldError::field)
                            .containsExactly("comparedWith"));
        }
        assertThat(stateOf(draft)).isEqualTo("OPEN");

        long id = proposing.propose(draft, 1, between.version(), NOTE, author);

        assertThat(comparisons.of(releases.find(id)).takenBack().differences())
                .as("both renamed the same column, so nothing is lost unseen")
                .isEmpty();
        assertThat(comparisons.of(between).takenBack()).isNull();
    }

    @Test
    void a_declined_draft_can_be_changed_again() {
        long draft = draft(TABLE, RIGHT, "label=\"Saran lain\"");
        long id = proposing.propose(draft, 1, null, NOTE, author);

        releases.decline(id, "Belum ada dasar hukumnya.", second);

        assertThat(stateOf(draft)).isEqualTo("OPEN");
        assertThatThrownBy(() -> releases.release(id, Effect.NOW, REASON, second))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_released_form_is_shown_and_checked() {
        long draft = draft("sign-meeting", QUESTION, "\"label\": \"Putusan Anda\"");
        releases.release(proposing.propose(draft, 1, null, NOTE, author), Effect.NOW, REASON, second);

        // Which form is the latest is remembered for a second.
        Awaitility.await().untilAsserted(() -> assertThat(
                        forms.of("sign-meeting").inputs().get(0).label(Locale.forLanguageTag("id")))
                .isEqualTo("Putusan Anda"));
    }

    @Test
    void a_diagram_brings_its_forms_along_however_it_names_them() {
        long draft = draft(MEETING, "camunda:formRef=\"sign-meeting\"", "camunda:formRef = 'sign-meeting'");
        jdbc.update(
                "update processadmin.draft set content = replace(content, 'camunda:', 'c:') where draft_id = ?", draft);
        jdbc.update(
                "update processadmin.draft set content = replace(content, 'xmlns:camunda', 'xmlns:c') where draft_id = ?",
                draft);

        long id = proposing.propose(draft, 1, null, NOTE, author);
        releases.release(id, Effect.NOW, REASON, second);

        assertThat(jdbc.queryForList(
                        "select b.name_ from act_ge_bytearray b join processadmin.release r on r.deployment_id = b.deployment_id_"
                                + " where r.release_id = ?",
                        String.class,
                        id))
                .contains("bpmn/proposal/village-meeting.bpmn", "forms/proposal/record-meeting.form")
                .contains("forms/proposal/sign-meeting.form");
    }

    @Test
    void a_new_application_replaces_what_nobody_changed() {
        int before = versions();

        shippedReleases.bring(List.of(newer("label=\"Saran dari aplikasi\"")));
        shippedReleases.bring(List.of(newer("label=\"Saran dari aplikasi\"")));

        assertThat(versions()).isEqualTo(before + 1);
        assertThat(releases.inForce(ModelKind.DMN, TABLE).orElseThrow().source())
                .isEqualTo(ReleaseSource.SHIPPED);
        assertThat(releases.waiting(null, 100)).isEmpty();
        onlyThisCame();
    }

    @Test
    void an_older_application_that_starts_again_takes_nothing_back_and_asks_once() {
        File old = newer(RIGHT);
        File fresh = newer("label=\"Saran yang baru\"");
        shippedReleases.bring(List.of(fresh));
        int before = versions();
        Release inForce = releases.inForce(ModelKind.DMN, TABLE).orElseThrow();

        shippedReleases.bring(List.of(old));
        shippedReleases.bring(List.of(fresh));
        shippedReleases.bring(List.of(old));

        assertThat(versions()).isEqualTo(before);
        assertThat(releases.inForce(ModelKind.DMN, TABLE)).contains(inForce);
        assertThat(releases.waiting(null, 100))
                .singleElement()
                .returns(ReleaseSource.SHIPPED, Release::source)
                .returns(shippedTable(), Release::content);
        declineWaiting(releases, second);
        shippedReleases.bring(List.of(old));
        assertThat(releases.waiting(null, 100)).as("once").isEmpty();
        onlyThisCame();
    }

    @Test
    void a_newer_application_that_comes_back_asks_once_too() {
        File old = newer(RIGHT);
        File fresh = newer("label=\"Saran yang baru\"");
        shippedReleases.bring(List.of(fresh));
        shippedReleases.bring(List.of(old));
        releases.release(releases.waiting(null, 100).get(0).id(), Effect.NOW, REASON, second);
        shippedReleases.bring(List.of(old));
        assertThat(releases.waiting(null, 100)).isEmpty();

        shippedReleases.bring(List.of(fresh));
        shippedReleases.bring(List.of(fresh));

        assertThat(releases.inForce(ModelKind.DMN, TABLE).orElseThrow().content())
                .isEqualTo(shippedTable());
        assertThat(releases.waiting(null, 100)).singleElement().satisfies(waiting -> assertThat(waiting.content())
                .contains("Saran yang baru"));
        onlyThisCame();
    }

    @Test
    void an_older_file_waits_beside_an_administrators_own() {
        long mine = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran daerah\""), 1, null, NOTE, author);
        releases.release(mine, Effect.NOW, REASON, second);
        shippedReleases.bring(List.of(newer("label=\"Saran pusat\"")));
        declineWaiting(releases, second);

        shippedReleases.bring(List.of(newer(RIGHT)));

        assertThat(releases.inForce(ModelKind.DMN, TABLE).orElseThrow().id()).isEqualTo(mine);
        assertThat(releases.waiting(null, 100)).singleElement().returns(shippedTable(), Release::content);
        onlyThisCame();
    }

    @Test
    void what_no_longer_fits_the_application_stays_in_force_and_is_told_once() {
        rechecks.look();
        assertThat(releases.unfit()).as("what is shipped fits").isEmpty();
        long id = proposing.propose(draft("sign-meeting", QUESTION, "\"label\": \"Putusan\""), 1, null, NOTE, author);
        releases.release(id, Effect.NOW, REASON, second);
        rechecks.look();
        assertThat(releases.unfit()).isEmpty();
        // As if the application no longer knew what the form says.
        String content = releases.find(id).content();
        jdbc.update(
                "update processadmin.release set content = replace(content, 'radio', 'script') where release_id = ?",
                id);

        rechecks.look();
        rechecks.look();

        assertThat(releases.unfit()).extracting(Release::id).containsExactly(id);
        assertThat(jdbc.queryForList(
                        "select account_id from worklist.notice where what = 'MODEL_UNFIT' and sentence = ?",
                        Long.class,
                        "sign-meeting.form " + releases.find(id).version()))
                .contains(author.accountId(), second.accountId())
                .doesNotHaveDuplicates();
        jdbc.update("update processadmin.release set content = ? where release_id = ?", content, id);
        jdbc.update(
                "insert into processadmin.release_unfit (release_id, application, at) values (?, ?, now())",
                id,
                "0".repeat(64));
        rechecks.look();
        assertThat(releases.unfit()).isEmpty();
        assertThat(jdbc.queryForList(
                        "select application from processadmin.release_unfit where release_id = ?", String.class, id))
                .as("what another version of the application says it takes back itself")
                .containsExactly("0".repeat(64));
    }

    /** As if the application had never been another one. */
    private void onlyThisCame() {
        jdbc.update(
                "delete from processadmin.shipped where key = ? and sha256 <> ?", TABLE, Sha256.hex(shippedTable()));
    }

    @Test
    void a_new_application_does_not_overwrite_an_administrators_change_but_asks() {
        long mine = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran daerah\""), 1, null, NOTE, author);
        releases.release(mine, Effect.NOW, REASON, second);
        int before = versions();

        shippedReleases.bring(List.of(newer("label=\"Saran pusat\"")));
        shippedReleases.bring(List.of(newer("label=\"Saran pusat, lagi\"")));

        assertThat(versions()).isEqualTo(before);
        assertThat(releases.inForce(ModelKind.DMN, TABLE).orElseThrow().id()).isEqualTo(mine);
        assertThat(releases.waiting(null, 100)).singleElement().satisfies(waiting -> {
            assertThat(waiting.source()).isEqualTo(ReleaseSource.SHIPPED);
            assertThat(waiting.content()).contains("Saran pusat, lagi");
            assertThat(Differences.between(
                            Reading.of(
                                    waiting.kind(),
                                    releases.find(waiting.baseId()).content()),
                            Reading.of(waiting.kind(), waiting.content()),
                            sound.names(null, waiting)))
                    .containsExactly(new Difference(
                            Difference.Kind.CHANGED,
                            "output",
                            "level",
                            "Saran pusat, lagi",
                            "label",
                            "Saran daerah",
                            "Saran pusat, lagi"));
        });
        releases.release(releases.waiting(null, 100).get(0).id(), Effect.NOW, REASON, second);
        assertThat(versions()).isEqualTo(before + 1);
        onlyThisCame();
    }

    private File newer(String label) {
        byte[] content = shippedTable().replace(RIGHT, label).getBytes(StandardCharsets.UTF_8);
        return new File(ModelKind.DMN, "program", TABLE, content);
    }

    private String stateOf(long draft) {
        return jdbc.queryForObject("select state from processadmin.draft where draft_id = ?", String.class, draft);
    }
}
