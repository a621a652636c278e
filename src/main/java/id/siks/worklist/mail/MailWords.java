package id.siks.worklist.mail;

import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseSummary;
import id.siks.casework.Moments;
import id.siks.casework.Timeline;
import id.siks.worklist.model.TaskHandlers;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.model.WorkItems;
import id.siks.worklist.notice.Notices.Notice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says in the words of a mail what happened, folded by case. Neither names nor anybody's own words are among them: those
 * stand on the page a line leads to.
 */
@Component
class MailWords {

    private final Timeline timeline;
    private final Areas areas;
    private final WorkItems items;
    private final TaskHandlers handlers;
    private final Moments moments;
    private final MessageSource messages;
    private final String address;

    MailWords(
            Timeline timeline,
            Areas areas,
            WorkItems items,
            TaskHandlers handlers,
            Moments moments,
            MessageSource messages,
            @Value("${siks.public-address}") String address) {
        this.timeline = timeline;
        this.areas = areas;
        this.items = items;
        this.handlers = handlers;
        this.moments = moments;
        this.messages = messages;
        this.address = address;
    }

    /** What happened, one part per case in the order of its first notice. */
    List<Part> parts(List<Notice> notices) {
        Map<CaseRef, CaseSummary> cases = timeline.summaries(
                notices.stream().map(Notice::ref).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<String, List<Line>> parts = new LinkedHashMap<>();
        for (Notice notice : notices) {
            CaseSummary summary = notice.ref() == null ? null : cases.get(notice.ref());
            parts.computeIfAbsent(heading(notice, summary), heading -> new java.util.ArrayList<>())
                    .add(new Line(text(notice), link("/worklist/notices/" + notice.id())));
        }
        return parts.entrySet().stream()
                .map(part -> new Part(part.getKey(), part.getValue()))
                .toList();
    }

    /** The subject of a mail with a single notice. */
    String subject(Part only) {
        return say(
                "worklist.mail.subject.one", only.heading(), only.lines().get(0).text());
    }

    private String heading(Notice notice, CaseSummary summary) {
        if (notice.ref() == null) {
            return say("worklist.mail.your-work");
        }
        return summary == null
                ? notice.ref().value()
                : notice.ref().value() + " · " + areas.get(summary.area()).name();
    }

    private String text(Notice notice) {
        return switch (notice.what()) {
            case PROGRESSED -> say("worklist.mail.progressed", say("casework.status." + notice.status()));
            case ROLLED_OVER -> say("worklist.notice.rolled-over");
            case CUTOFF_MOVED -> say(
                    "worklist.notice.moved." + notice.milestone(), moments.full(notice.movedTo(), notice.area()));
            case STEPS_FAILED -> say("worklist.notice.steps-failed", notice.items());
            case RELEASE_FAILED,
                    MOVE_PAUSED,
                    MODEL_UNFIT,
                    RELEASE_WAITS,
                    RELEASE_DONE,
                    RELEASE_DECLINED,
                    MOVE_WAITS,
                    MOVE_DONE,
                    MOVE_DROPPED -> say("worklist.notice.model." + notice.what(), notice.sentence());
            case STANDS_IN, HANDED_BACK -> say("worklist.mail.told." + notice.what(), notice.items());
            case TASK_OVERDUE -> say(
                    "worklist.mail.overdue",
                    say(handlers.titleKey(notice.ladder().task())),
                    say(
                            "worklist.notice.rung." + notice.ladder().rung(),
                            moments.full(notice.ladder().dueAt(), notice.area())));
            case CUTOFF_NEARED -> say(
                    "worklist.notice.neared." + notice.milestone(),
                    notice.items(),
                    moments.full(notice.ladder().dueAt(), notice.area()));
            case DUE_MOVED -> say("worklist.mail.told.DUE_MOVED", moments.day(notice.movedTo(), notice.area()));
            case GIVEN, ASKED, ANSWERED, TAKEN_OVER, LEFT_TO_TEAM, MENTIONED, REASSIGNED, REMINDED, NOTED -> say(
                            "worklist.mail.told." + notice.what())
                    + step(notice.taskId());
        };
    }

    /** The step and until when it should be done, as far as there is one. */
    private String step(String taskId) {
        return taskId == null ? "" : items.find(taskId).map(this::step).orElse("");
    }

    private String step(WorkItem item) {
        return say("worklist.mail.step", say(handlers.titleKey(item.task())), moments.day(item.dueAt(), item.area()));
    }

    /** Where whoever reads the mail finds a page of ours. */
    String link(String path) {
        return address + path;
    }

    /** A text in the language of whom the mail is for. */
    String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }

    /** What happened to one case. */
    record Part(String heading, List<Line> lines) {}

    /** One thing that happened and the page that says the rest. */
    record Line(String text, String link) {}
}
