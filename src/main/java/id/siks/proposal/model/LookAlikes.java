package id.siks.proposal.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.Actor;
import id.siks.identity.Jurisdiction;
import id.siks.platform.FieldError;
import id.siks.proposal.LookAlike;
import id.siks.proposal.model.OpenSubjects.Alike;
import id.siks.proposal.model.OpenSubjects.Held;
import id.siks.register.Duplicate;
import id.siks.register.Families;
import id.siks.register.FamilyContent;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds families alike in the register and among the open cases; tells no more of them than the actor may know. */
@Component
class LookAlikes {

    private final Families families;
    private final OpenSubjects open;
    private final Jurisdiction jurisdiction;
    private final AccessLog accessLog;

    LookAlikes(Families families, OpenSubjects open, Jurisdiction jurisdiction, AccessLog accessLog) {
        this.families = families;
        this.open = open;
        this.jurisdiction = jurisdiction;
        this.accessLog = accessLog;
    }

    /** All of them; {@code own} is the family's own case, or null. */
    List<LookAlike> of(FamilyContent content, CaseRef own, Actor actor) {
        List<Duplicate> registered = families.duplicatesOf(content);
        List<Held> held = open.holders(content, own);
        Set<CaseRef> known = held.stream().map(Held::holder).collect(Collectors.toCollection(HashSet::new));
        // A case that shares a number is pointed out once, not again for its names.
        List<Alike> similar = open.similar(List.of(content), Collections.singletonList(own)).get(0).stream()
                .filter(a -> known.add(a.holder()))
                .toList();
        told(registered.stream(), known.stream(), actor);
        return Stream.of(
                        registered.stream().map(d -> inRegister(d, actor)),
                        held.stream().map(h -> inOpenCase(h, content, actor)),
                        similar.stream().map(a -> inOpenCase(a, actor)))
                .flatMap(found -> found)
                .toList();
    }

    /**
     * Those with somebody of a similar name and the same birth date, in the register and among the open cases, for each of
     * {@code cases} in their order: two statements for all.
     */
    List<List<LookAlike>> similar(Map<CaseRef, FamilyContent> cases, Actor actor) {
        List<FamilyContent> contents = List.copyOf(cases.values());
        List<List<Duplicate>> registered = families.similarTo(contents);
        List<List<Alike>> opened = open.similar(contents, List.copyOf(cases.keySet()));
        told(
                registered.stream().flatMap(List::stream),
                opened.stream().flatMap(List::stream).map(Alike::holder),
                actor);
        return IntStream.range(0, contents.size())
                .mapToObj(i -> Stream.concat(
                                registered.get(i).stream().map(d -> inRegister(d, actor)),
                                opened.get(i).stream().map(a -> inOpenCase(a, actor)))
                        .distinct()
                        .toList())
                .toList();
    }

    /** Those in the register that share a number with each of {@code contents}, in their order. */
    List<List<LookAlike>> sharingNumbers(List<FamilyContent> contents, Actor actor) {
        List<List<Duplicate>> registered = families.sharingNumbers(contents);
        told(registered.stream().flatMap(List::stream), Stream.empty(), actor);
        return registered.stream()
                .map(found -> found.stream().map(d -> inRegister(d, actor)).toList())
                .toList();
    }

    /** The sentences for numbers of {@code content} that open cases hold. */
    List<FieldError> refusals(List<Held> held, FamilyContent content, Actor actor) {
        told(Stream.empty(), held.stream().map(Held::holder), actor);
        return held.stream().map(h -> refusal(inOpenCase(h, content, actor))).toList();
    }

    /** Whoever asks learns that they are there, even of those he may not see: each is written down (requirement 23). */
    private void told(Stream<Duplicate> registered, Stream<CaseRef> holders, Actor actor) {
        List<String> subjects = Stream.concat(
                        registered.map(d -> Families.subject(d.family().id())), holders.map(ref -> "casework:" + ref))
                .toList();
        accessLog.told(actor, AccessKind.SEARCH, subjects, "look-alikes");
    }

    private LookAlike inOpenCase(Held held, FamilyContent content, Actor actor) {
        boolean seen = held.areaCode() == null || jurisdiction.sees(actor, new AreaCode(held.areaCode()));
        return new LookAlike(
                held.field(content),
                held.card() ? Duplicate.Kind.SAME_FAMILY_CARD : Duplicate.Kind.SAME_NIK,
                seen ? held.holder() : null,
                null,
                seen);
    }

    private LookAlike inOpenCase(Alike alike, Actor actor) {
        boolean seen = jurisdiction.sees(actor, alike.village());
        return new LookAlike(alike.field(), Duplicate.Kind.SIMILAR_PERSON, seen ? alike.holder() : null, null, seen);
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
