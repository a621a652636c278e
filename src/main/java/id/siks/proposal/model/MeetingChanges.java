package id.siks.proposal.model;

import id.siks.casework.CaseChanges;
import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import id.siks.proposal.MeetingRecord.Verdict;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the records of a meeting said, and what each changed of the one its head had sent back (glossary 12). */
@Component
class MeetingChanges implements CaseChanges {

    private final VillageMeetingRepository meetings;
    private final MessageSource messages;

    MeetingChanges(VillageMeetingRepository meetings, MessageSource messages) {
        this.meetings = meetings;
        this.messages = messages;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Change> of(CaseRef ref, boolean whole) {
        return meetings.findByMeetingRef(ref.value())
                .map(meeting -> changes(meeting.records()))
                .orElse(List.of());
    }

    private List<Change> changes(List<RecordRow> records) {
        List<Change> changes = new ArrayList<>();
        Map<String, String> before = Map.of();
        for (RecordRow record : records) {
            Map<String, String> after = words(record);
            Set<String> fields = new LinkedHashSet<>(before.keySet());
            fields.addAll(after.keySet());
            for (String field : fields) {
                String was = before.getOrDefault(field, "");
                String is = after.getOrDefault(field, "");
                if (!was.equals(is)) {
                    changes.add(new Change(record.at(), "meeting-recorded", record.by(), field, was, is));
                }
            }
            before = after;
        }
        return changes;
    }

    private Map<String, String> words(RecordRow record) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(say("proposal.meeting.route"), say("proposal.meeting.route." + record.route()));
        words.put(say("proposal.meeting.held-on"), DateTimeFormatter.ISO_LOCAL_DATE.format(record.heldOn()));
        words.put(say("proposal.meeting.place"), Objects.toString(record.place(), ""));
        words.put(say("proposal.meeting.attendance"), Objects.toString(record.attendance(), ""));
        record.verdicts().forEach(row -> words.put(row.ref(), verdict(row.toVerdict())));
        return words;
    }

    private String verdict(Verdict said) {
        if (said.agreed()) {
            return said.despite() == null
                    ? say("proposal.meeting.agreed")
                    : say("proposal.meeting.despite") + ": " + said.despite();
        }
        Reason why = said.declined();
        return "%s: %s. %s"
                .formatted(say("proposal.meeting.declined"), say("casework.reason." + why.code()), why.sentence());
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
