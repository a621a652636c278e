package id.siks.processadmin.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * Where on the page of a plan its objections stand: at the step whose choice they are about.
 *
 * @param rows what is wrong, by the step of the source that is chosen for
 * @param followers those of these steps that were left as suggested, and are wrong only since another choice was changed
 * @param changed names of the steps whose choice was changed
 * @param whole what is about no single step
 */
record Blame(Map<String, Set<MoveFault>> rows, Set<String> followers, List<String> changed, Set<MoveFault> whole) {

    /** Nothing was checked yet, or nothing is wrong. */
    static final Blame NONE = new Blame(Map.of(), Set.of(), List.of(), Set.of());

    /**
     * Blames the choices that were changed for whatever was right before.
     *
     * @param suggested what suggests itself
     * @param before what is wrong with that
     * @param chosen what people chose
     * @param now what is wrong with it
     */
    static Blame of(
            Pair pair,
            Map<String, String> suggested,
            List<Objection> before,
            Map<String, String> chosen,
            List<Objection> now) {
        Map<String, Set<MoveFault>> rows = new LinkedHashMap<>();
        Set<MoveFault> whole = new LinkedHashSet<>();
        for (Objection objection : now) {
            String row = row(pair, objection.step());
            if (row == null) {
                whole.add(objection.fault());
            } else {
                rows.computeIfAbsent(row, first -> new LinkedHashSet<>()).add(objection.fault());
            }
        }
        Set<String> wrongBefore = new LinkedHashSet<>();
        before.forEach(objection -> wrongBefore.add(row(pair, objection.step())));
        Set<String> followers = new LinkedHashSet<>(rows.keySet());
        followers.removeAll(wrongBefore);
        List<String> changed = new ArrayList<>();
        pair.source().all().forEach(step -> {
            if (!chosen.getOrDefault(step.id(), "").equals(suggested.getOrDefault(step.id(), ""))) {
                followers.remove(step.id());
                changed.add(step.name());
            }
        });
        return new Blame(rows, followers, changed, whole);
    }

    /** The step that is chosen for: itself, or what an event is attached to; null when there is none. */
    private static String row(Pair pair, String step) {
        if (step == null || pair.source().find(step).isPresent()) {
            return step;
        }
        Element event = pair.source().diagram().find(step);
        String host = event == null ? "" : event.getAttribute("attachedToRef");
        return pair.source().find(host).map(Step::id).orElse(null);
    }

    /** What is wrong at a step; empty when nothing is. */
    public Set<MoveFault> at(String step) {
        return rows.getOrDefault(step, Set.of());
    }
}
