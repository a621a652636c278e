package id.siks.processadmin.check;

import org.springframework.stereotype.Service;

/** Looks at two versions of a process between which cases are to move. */
@Service
public class Crossings {

    private final Shipped shipped;
    private final BpmnAnswers answers;

    Crossings(Shipped shipped, BpmnAnswers answers) {
        this.shipped = shipped;
        this.answers = answers;
    }

    /**
     * The two, as the rules look at them.
     *
     * @param key id of the process
     * @param before file of the version cases come from, checked before
     * @param after file of the version they go to, checked before
     */
    public Crossing of(String key, String before, String after) {
        Words words = shipped.words(key);
        return new Crossing(Bpmn.of(key, before, words), Bpmn.of(key, after, words), answers);
    }
}
