package id.siks.processadmin.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.platform.Refused;
import id.siks.processadmin.check.ModelKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** Whoever had a hand in a model does not decide about it. */
class SecondPersonTests extends ReleaseTest {

    @Test
    void nobody_who_had_a_hand_in_a_draft_decides_about_it_whoever_proposed_it() {
        Actor proposer = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        byte[] theirs = shippedTable().replace(RIGHT, "label=\"Saran bersama\"").getBytes(StandardCharsets.UTF_8);
        long draft = drafts.edit(ModelKind.DMN, TABLE, "Mulai dari yang berlaku.", proposer);
        drafts.save(draft, 1, theirs, NOTE, author);
        drafts.restore(draft, 2, 2, "Dibaca ulang.", proposer);
        long id = proposing.propose(draft, 3, null, NOTE, proposer);

        assertThat(releases.isOwn(releases.find(id), second)).isFalse();
        assertThat(releases.isOwn(releases.find(id), author)).isTrue();
        assertThat(releases.waitingFor(second)).isEqualTo(1);
        assertThat(releases.waitingFor(author)).isZero();
        assertThatThrownBy(() -> releases.release(id, Effect.NOW, REASON, author))
                .isInstanceOf(Refused.class)
                .hasMessage("processadmin.release.error.own");
        assertThatThrownBy(() -> releases.decline(id, REASON, author)).isInstanceOf(Refused.class);
        assertThat(releases.find(id).state()).isEqualTo(ReleaseState.PROPOSED);
        releases.release(id, Effect.NOW, REASON, second);
    }

    @Test
    void the_database_itself_refuses_whoever_had_a_hand_in_it_by_person() {
        Actor helper = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        byte[] theirs = shippedTable().replace(RIGHT, "label=\"Saran bersama\"").getBytes(StandardCharsets.UTF_8);
        long draft = drafts.begin(ModelKind.DMN, TABLE, "program", theirs, NOTE, helper);
        drafts.restore(draft, 1, 1, NOTE, author);
        Release proposed = releases.find(proposing.propose(draft, 2, null, NOTE, author));
        Set<Long> deputy = Set.of(second.accountId(), helper.accountId());

        assertThatThrownBy(() -> decided(proposed, author, author.persons()))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> decided(proposed, helper, helper.persons()))
                .as("who only saved the draft")
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> decided(proposed, second, deputy))
                .as("who acts for one of them")
                .isInstanceOf(DataIntegrityViolationException.class);
        decided(proposed, second, second.persons());
        assertThat(releases.find(proposed.id()).state()).isEqualTo(ReleaseState.DECLINED);
    }

    @Test
    void a_roll_back_needs_two_people_too_and_is_the_next_version() {
        Release first = releases.inForce(ModelKind.DMN, TABLE).orElseThrow();
        long changed = proposing.propose(draft(TABLE, RIGHT, "label=\"Saran keliru\""), 1, null, NOTE, author);
        releases.release(changed, Effect.NOW, REASON, second);

        long back = proposing.takeUpAgain(first.id(), "Nama lama lebih dikenal.", author);

        assertThatThrownBy(() -> releases.release(back, Effect.NOW, REASON, author))
                .isInstanceOf(Refused.class);
        releases.release(back, Effect.NOW, REASON, second);
        Release inForce = releases.inForce(ModelKind.DMN, TABLE).orElseThrow();
        assertThat(inForce.id()).isEqualTo(back);
        assertThat(inForce.content()).isEqualTo(first.content());
        assertThat(inForce.version()).isEqualTo(releases.find(changed).version() + 1);
        assertThat(inForce.againOf()).isEqualTo(first.id());
    }

    @Test
    void who_drew_or_proposed_a_version_does_not_decide_that_it_is_taken_up_again() {
        Actor proposer = people.holding(
                List.of(Assignment.nation(Role.PROCESS_ADMIN), Assignment.nation(Role.PROCESS_RELEASER)));
        Actor helper = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        Release first = releases.inForce(ModelKind.DMN, TABLE).orElseThrow();
        byte[] drawn = shippedTable().replace(RIGHT, "label=\"Saran lama\"").getBytes(StandardCharsets.UTF_8);
        long draft = drafts.begin(ModelKind.DMN, TABLE, "program", drawn, NOTE, author);
        long version = proposing.propose(draft, 1, null, NOTE, proposer);
        releases.release(version, Effect.NOW, REASON, second);
        long away = proposing.takeUpAgain(first.id(), NOTE, helper);
        releases.release(away, Effect.NOW, REASON, second);

        long back = proposing.takeUpAgain(version, NOTE, helper);

        onlyOthersDecide(back, author, proposer, helper);
        releases.release(back, Effect.NOW, REASON, second);
        releases.release(proposing.takeUpAgain(away, NOTE, helper), Effect.NOW, REASON, second);
        long backAgain = proposing.takeUpAgain(back, NOTE, helper);
        onlyOthersDecide(backAgain, author, proposer, helper);
        releases.decline(backAgain, REASON, second);
    }

    private void onlyOthersDecide(long release, Actor... hands) {
        Release proposed = releases.find(release);
        for (Actor hand : hands) {
            assertThat(releases.isOwn(proposed, hand)).isTrue();
            assertThat(releases.waitingFor(hand)).isZero();
            assertThatThrownBy(() -> releases.release(release, Effect.NOW, REASON, hand))
                    .isInstanceOf(Refused.class)
                    .hasMessage("processadmin.release.error.own");
            assertThatThrownBy(() -> releases.decline(release, REASON, hand)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> decided(proposed, hand, hand.persons()))
                    .as("the database itself")
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThat(releases.isOwn(proposed, second)).isFalse();
        assertThat(releases.waitingFor(second)).isEqualTo(1);
    }
}
