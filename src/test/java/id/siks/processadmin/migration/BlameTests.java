package id.siks.processadmin.migration;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.platform.diagram.DrawnProcess;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is wrong with a plan is said at the choice that made it wrong. */
class BlameTests {

    private static final Steps STEPS = new Steps(
            new DrawnProcess(
                    """
                    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">
                      <userTask id="weigh" name="Timbang"/><userTask id="look" name="Lihat"/><userTask id="say" name="Kabarkan"/>
                      <boundaryEvent id="late" attachedToRef="look"/>
                    </process></definitions>"""));
    private static final Pair PAIR = new Pair(null, null, STEPS, STEPS);
    private static final Map<String, String> SUGGESTED = Map.of("weigh", "weigh", "look", "look", "say", "say");
    private static final Objection SAY = new Objection("say", MoveFault.OTHER_ROLE);

    @Test
    void what_was_right_until_another_choice_was_changed_only_follows_it() {
        Blame blame = blame(
                List.of(SAY),
                Map.of("weigh", "say", "look", "look", "say", "say"),
                List.of(
                        SAY,
                        new Objection("weigh", MoveFault.OTHER_KIND),
                        new Objection("look", MoveFault.OTHER_SURROUNDINGS)));

        assertThat(blame.rows().keySet()).containsExactly("say", "weigh", "look");
        assertThat(blame.followers()).containsExactly("look");
        assertThat(blame.changed()).containsExactly("Timbang");
    }

    @Test
    void an_event_is_blamed_on_what_it_is_attached_to_and_the_target_on_no_step() {
        Blame blame = blame(
                List.of(),
                SUGGESTED,
                List.of(new Objection("late", MoveFault.OTHER), new Objection(null, MoveFault.TARGET_REFUSED)));

        assertThat(blame.at("look")).containsExactly(MoveFault.OTHER);
        assertThat(blame.at("weigh")).isEmpty();
        assertThat(blame.whole()).containsExactly(MoveFault.TARGET_REFUSED);
    }

    @Test
    void a_step_that_was_changed_follows_nothing() {
        Blame blame = blame(
                List.of(), Map.of("weigh", "weigh", "say", "say"), List.of(new Objection("look", MoveFault.OTHER)));

        assertThat(blame.followers()).isEmpty();
        assertThat(blame.changed()).isEqualTo(List.of("Lihat"));
        assertThat(blame.rows()).containsEntry("look", Set.of(MoveFault.OTHER));
    }

    private static Blame blame(List<Objection> before, Map<String, String> chosen, List<Objection> now) {
        return Blame.of(PAIR, SUGGESTED, before, chosen, now);
    }
}
