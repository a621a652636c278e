package id.siks.processadmin.check;

import id.siks.platform.forms.FormSchema;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What would no longer fit in the diagrams cases follow if a form or a called process were other than it is: both are taken in
 * their newest version, whatever version of a diagram a case follows.
 */
@Component
class KindsInUse {

    private final Known known;
    private final DiagramsInUse inUse;

    KindsInUse(Known known, DiagramsInUse inUse) {
        this.known = known;
        this.inUse = inUse;
    }

    /** A clash there was not before, in a version of a diagram. */
    record Reader(InUse.Diagram diagram, Clash clash) {

        /** What its sentence names behind the element. */
        Object[] args() {
            return new Object[] {
                diagram.name(),
                String.valueOf(diagram.version()),
                diagram.cases(),
                clash.words(),
                Gift.word(clash.needed()),
                clash.gift().kind(),
                diagram.key()
            };
        }
    }

    /** In diagrams whose drawn task is answered by this form. */
    List<Reader> clashing(FormSchema form, String task) {
        return news(inUse.mentioning(task), gifts -> gifts.take(form, task));
    }

    /** In other diagrams that call this one. */
    List<Reader> clashing(Bpmn called) {
        return news(inUse.calling(called.key()), gifts -> gifts.take(called));
    }

    private List<Reader> news(List<DiagramsInUse.Drawn> followed, Consumer<Gifts> change) {
        Gifts before = new Gifts(known, inUse);
        Gifts changed = new Gifts(known, inUse);
        change.accept(changed);
        return followed.stream().flatMap(drawn -> news(drawn, before, changed)).toList();
    }

    private static Stream<Reader> news(DiagramsInUse.Drawn drawn, Gifts before, Gifts changed) {
        List<Clash> known = Clash.of(drawn.bpmn(), before);
        return Clash.of(drawn.bpmn(), changed).stream()
                .filter(clash -> !known.contains(clash))
                .map(clash -> new Reader(drawn.version(), clash));
    }
}
