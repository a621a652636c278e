package id.siks.processadmin.replay;

import id.siks.platform.engine.Conditions;
import id.siks.platform.engine.EngineVariables;
import id.siks.platform.engine.ProcessDiagrams;
import id.siks.platform.forms.FormSchemas;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is kept of the ways cases went: their trails, the diagrams they followed, what could be answered. */
@Component
class Past {

    private static final Set<String> LASTING = Set.of(EngineVariables.AREA_CODE, EngineVariables.KIND);

    private final Trails trails;
    private final ProcessDiagrams diagrams;
    private final FormSchemas forms;
    private final Conditions conditions;

    Past(Trails trails, ProcessDiagrams diagrams, FormSchemas forms, Conditions conditions) {
        this.trails = trails;
        this.diagrams = diagrams;
        this.forms = forms;
        this.conditions = conditions;
    }

    Trails trails() {
        return trails;
    }

    /** The diagram of a version, by the engine's id. */
    Ways ways(String definition) {
        return new Ways(diagrams.of(definition));
    }

    /** Tells where the gateways of {@code is} lead cases that followed {@code was}. */
    Decider decider(Ways was, Ways is, TimeLimit time) {
        return new Decider(conditions, List.of(was, is), choices(was), LASTING, time);
    }

    /** What the forms of the tasks offer, by the name of the answer. */
    private Map<String, Set<Object>> choices(Ways was) {
        Map<String, Set<Object>> choices = new HashMap<>();
        was.forms().stream()
                .filter(forms::has)
                .flatMap(form -> forms.of(form).inputs().stream())
                .filter(field -> field.valuesKey() == null && !field.options().isEmpty())
                .forEach(field -> field.options()
                        .forEach(option -> choices.computeIfAbsent(field.key(), key -> new HashSet<>())
                                .add(option.value())));
        return choices;
    }
}
