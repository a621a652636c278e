package id.siks.casework;

import id.siks.casework.RungNews.Heard;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The ladder as pages show it: who was told, how, whether he saw it, and what was done. */
@Component
public class LadderPanel {

    private final Rungs rungs;
    private final List<RungNews> news;
    private final Actors actors;

    LadderPanel(Rungs rungs, List<RungNews> news, Actors actors) {
        this.rungs = rungs;
        this.news = news;
        this.actors = actors;
    }

    /** What was told in the case; of many tasks, as those of all villages of a period, how often. */
    public OfCase of(CaseRef ref) {
        List<ToldRung> told = rungs.of(ref);
        return told.size() < Rungs.SHOWN ? new OfCase(lines(told), List.of()) : new OfCase(List.of(), sums(ref));
    }

    /** What was told of one task, the last in front. */
    public List<Line> ofTask(String task) {
        List<ToldRung> told = new ArrayList<>(rungs.ofTasks(List.of(task)).getOrDefault(task, List.of()));
        Collections.reverse(told);
        return lines(told);
    }

    private List<Sum> sums(CaseRef ref) {
        return news.stream()
                .findFirst()
                .map(n -> rungs.sums(ref).stream()
                        .map(sum -> new Sum(n.titleKey(sum.task()), sum))
                        .toList())
                .orElse(List.of());
    }

    private List<Line> lines(List<ToldRung> told) {
        if (told.isEmpty()) {
            return List.of();
        }
        List<Long> keys = told.stream().map(ToldRung::id).toList();
        return news.stream()
                .findFirst()
                .map(n -> {
                    Map<Long, List<Heard>> heard = n.heard(keys);
                    return told.stream()
                            .map(rung -> line(rung, n.titleKey(rung.task()), heard.getOrDefault(rung.id(), List.of())))
                            .toList();
                })
                .orElse(List.of());
    }

    private Line line(ToldRung rung, String titleKey, List<Heard> heard) {
        return new Line(
                rung.rung(),
                titleKey,
                rung.reachedAt(),
                rung.dueAt().isAfter(rung.reachedAt()) ? rung.dueAt() : null,
                rung.toldRole(),
                heard.stream()
                        .map(h -> new Ear(actors.nameOf(h.account()), h.seenAt(), h.mailKey(), h.mailAt()))
                        .toList(),
                rung.acted(),
                rung.actedAt());
    }

    /**
     * The ladders of a case.
     *
     * @param lines each rung, the last in front; empty when there are too many to be read
     * @param sums empty unless there are
     */
    public record OfCase(List<Line> lines, List<Sum> sums) {}

    /** How often a rung was told of the tasks whose title has this message key. */
    public record Sum(String titleKey, RungSum of) {}

    /**
     * One rung.
     *
     * @param titleKey message key of the task's title
     * @param at when it was told
     * @param plannedAt when it would have been told if somebody had held the role below; null when it was then
     * @param role role that was told, or null when it was whoever had taken the task
     * @param ears who was told; empty when nobody holds the role
     * @param acted what was done afterwards, or null
     */
    public record Line(
            Rung rung,
            String titleKey,
            Instant at,
            Instant plannedAt,
            Role role,
            List<Ear> ears,
            ToldRung.Deed acted,
            Instant actedAt) {}

    /** Somebody who was told in the product, when he saw it or null, and what became of the mail to him. */
    public record Ear(String name, Instant seenAt, String mailKey, Instant mailAt) {}
}
