package id.siks.proposal.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.identity.Jurisdiction;
import id.siks.platform.FieldError;
import id.siks.proposal.LookAlike;
import id.siks.proposal.model.OpenSubjects.Held;
import id.siks.register.Duplicate;
import id.siks.register.Families;
import id.siks.register.FamilyContent;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds families alike in the register and among the open cases; tells no more of them than the actor may know. */
@Component
class LookAlikes {

    private final Families families;
    private final OpenSubjects open;
    private final Jurisdiction jurisdiction;

    LookAlikes(Families families, OpenSubjects open, Jurisdiction jurisdiction) {
        this.families = families;
        this.open = open;
        this.jurisdiction = jurisdiction;
    }

    /** All of them; {@code own} is the family's own case, or null. */
    List<LookAlike> of(FamilyContent content, CaseRef own, Actor actor) {
        return Stream.concat(
                        registered(content, actor).stream(),
                        open.holders(content, own).stream().map(h -> inOpenCase(h, content, actor)))
                .toList();
    }

    /** Those in the register. */
    List<LookAlike> registered(FamilyContent content, Actor actor) {
        return families.duplicatesOf(content).stream()
                .map(d -> inRegister(d, actor))
                .toList();
    }

    /** Those in the register that share a number with each of {@code contents}, in their order. */
    List<List<LookAlike>> sharingNumbers(List<FamilyContent> contents, Actor actor) {
        return families.sharingNumbers(contents).stream()
                .map(found -> found.stream().map(d -> inRegister(d, actor)).toList())
                .toList();
    }

    /** One that an open case holds. */
    LookAlike inOpenCase(Held held, FamilyContent content, Actor actor) {
        boolean seen = held.areaCode() == null || jurisdiction.sees(actor, new AreaCode(held.areaCode()));
        return new LookAlike(
                held.field(content),
                held.card() ? Duplicate.Kind.SAME_FAMILY_CARD : Duplicate.Kind.SAME_NIK,
                seen ? held.holder() : null,
                null,
                seen);
    }

    /** The sentence beside the field for one that forbids the proposal. */
    static FieldError refusal(LookAlike alike) {
        if (alike.openCase() != null) {
            return FieldError.of(
                    alike.field(), "proposal.error.open-case", alike.openCase().value());
        }
        if (alike.family() != null) {
            return FieldError.of(
                    alike.field(), "proposal.error.registered", alike.family().registerId());
        }
        return FieldError.of(alike.field(), "proposal.error.held-elsewhere");
    }

    private LookAlike inRegister(Duplicate duplicate, Actor actor) {
        boolean seen = jurisdiction.sees(actor, duplicate.village());
        return new LookAlike(duplicate.field(), duplicate.kind(), null, seen ? duplicate.family() : null, seen);
    }
}
