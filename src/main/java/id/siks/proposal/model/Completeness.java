package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentView;
import id.siks.evidence.Attachments;
import id.siks.platform.FieldError;
import id.siks.register.FamilyContent;
import id.siks.register.FamilyRules;
import id.siks.register.FamilyRules.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a proposal needs before it is handed in: every mandatory answer, the place, two photos (glossary 8.5, 9.2). */
@Component
class Completeness {

    private final FamilyRules rules;
    private final Attachments attachments;
    private final FarAway farAway;

    Completeness(FamilyRules rules, Attachments attachments, FarAway farAway) {
        this.rules = rules;
        this.attachments = attachments;
        this.farAway = farAway;
    }

    /** Faults of the content, in the order of the steps. */
    List<FieldError> ofContent(FamilyContent content) {
        return Arrays.stream(Part.values())
                .flatMap(part -> rules.errors(content, part).stream())
                .toList();
    }

    /**
     * Faults of a content that was without any when it was handed in: what only time has made so, as a birthday or a due
     * date, is none.
     *
     * @param day when it was handed in first
     */
    List<FieldError> sinceHandedIn(FamilyContent content, LocalDate day) {
        List<FieldError> now = ofContent(content);
        if (now.isEmpty()) {
            return now;
        }
        Set<String> then = Arrays.stream(Part.values())
                .flatMap(part -> rules.errors(content, part, day).stream())
                .map(FieldError::field)
                .collect(Collectors.toSet());
        return now.stream().filter(fault -> then.contains(fault.field())).toList();
    }

    /** Photos still missing, each at {@code photos.<kind>}. */
    List<FieldError> ofPhotos(CaseRef ref) {
        Set<AttachmentKind> present =
                attachments.of(ref.value()).stream().map(AttachmentView::kind).collect(Collectors.toSet());
        return Papers.REQUIRED_PHOTOS.stream()
                .filter(kind -> !present.contains(kind))
                .map(kind -> FieldError.of("photos." + kind, "proposal.error.photo-missing." + kind))
                .toList();
    }

    /** What is doubtful in the content of {@code ref} but possible. */
    List<FieldError> warnings(CaseRef ref, FamilyContent content) {
        List<FieldError> doubts = new ArrayList<>(rules.warnings(content));
        farAway.doubt(ref, content).ifPresent(doubts::add);
        return List.copyOf(doubts);
    }
}
