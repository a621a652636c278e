package id.siks.processadmin.check;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What the diagram of the application hears, every other diagram of that process hears too, in the same way. The code that says
 * it, a death or a return, has written it down already and does not ask whether anybody listened: case and tables would contradict
 * each other.
 */
@Component
class BpmnEars implements BpmnRule {

    @Override
    public void check(Bpmn diagram, Findings findings) {
        List<Ear> ears = Ear.of(diagram.root(), diagram.graph());
        diagram.words().ears().stream()
                .filter(ear -> !ear.isKept(diagram.graph(), ears))
                .forEach(ear -> findings.at(
                        ears.stream()
                                .filter(ear::hearsLike)
                                .map(Ear::event)
                                .findFirst()
                                .orElse(diagram.graph().process()),
                        Rule.EVENT_UNHEARD,
                        ear.word(),
                        ear.where()));
    }
}
