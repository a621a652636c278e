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
        return inUse.mentioning(task).stream()
                .flatMap(drawn -> news(drawn, gifts -> gifts.take(form, task)))
                .toList();
    }

    /** In diagrams that call this one. */
    List<Reader> clashing(Bpmn called) {
        return inUse.calling(called.key()).stream()
                .flatMap(drawn -> news(drawn, gifts -> gifts.take(called)))
                .toList();
    }

    private Stream<Reader> news(DiagramsInUse.Drawn drawn, Consumer<Gifts> change) {
        List<Clash> before = Clash.of(drawn.bpmn(), new Gifts(known, inUse));
        Gifts changed = new Gifts(known, inUse);
        change.accept(changed);
        return Clash.of(drawn.bpmn(), changed).stream()
                .filter(clash -> !before.contains(clash))
                .map(clash -> new Reader(drawn.version(), clash));
    }
}
