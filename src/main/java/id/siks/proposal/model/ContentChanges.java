package id.siks.proposal.model;

import id.siks.casework.CaseChanges;
import id.siks.casework.CaseRef;
import id.siks.identity.Actors;
import id.siks.proposal.model.FormerContents.Former;
import id.siks.register.Families;
import id.siks.register.FamilyContent;
import id.siks.register.FamilyReading.Sight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a proposal claimed when it was handed in and how it came in, what each correction replaced, what reviewers said of
 * single fields, and what came into the register. A determined proposal cannot be changed: what it holds is what the
 * register took over.
 */
@Component
class ContentChanges implements CaseChanges {

    private final ProposalRepository proposals;
    private final FormerContents formers;
    private final FieldRemarks remarks;
    private final Families families;
    private final Actors actors;
    private final MessageSource messages;

    ContentChanges(
            ProposalRepository proposals,
            FormerContents formers,
            FieldRemarks remarks,
            Families families,
            Actors actors,
            MessageSource messages) {
        this.proposals = proposals;
        this.formers = formers;
        this.remarks = remarks;
        this.families = families;
        this.actors = actors;
        this.messages = messages;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Change> of(CaseRef ref, boolean whole) {
        return proposals
                .findByCaseRef(ref.value())
                .filter(p -> p.authors().isHandedIn())
                .map(p -> changes(p, whole))
                .orElse(List.of());
    }

    private List<Change> changes(Proposal proposal, boolean whole) {
        List<Former> former = formers.of(proposal.ref());
        List<FamilyContent> contents =
                new ArrayList<>(former.stream().map(Former::content).toList());
        contents.add(proposal.isErased() ? null : proposal.family());
        List<List<Integer>> people = SamePeople.across(contents);
        Locale language = LocaleContextHolder.getLocale();
        List<Words> words = IntStream.range(0, contents.size())
                .mapToObj(i -> words(contents.get(i), people.get(i), whole, language))
                .toList();
        List<Change> changes = new ArrayList<>();
        Authors authors = proposal.authors();
        Deed handedIn = new Deed("content-handed-in", authors.submitter(), authors.submittedAt());
        wayIn(handedIn, proposal, changes);
        compare(handedIn, Words.NONE, words.get(0), changes);
        for (int i = 0; i < former.size(); i++) {
            Deed deed = new Deed(
                    "content-changed", former.get(i).by(), former.get(i).at());
            compare(deed, words.get(i), words.get(i + 1), changes);
        }
        changes.addAll(
                remarks.of(proposal.ref(), former.stream().map(Former::at).toList(), people));
        families.changesOf(proposal.ref())
                .forEach(change -> compare(
                        new Deed("register-" + change.kind().toLowerCase(Locale.ROOT), change.by(), change.at()),
                        Words.NONE,
                        words.get(words.size() - 1),
                        changes));
        return changes;
    }

    /** How it came in; only a draft could say so. */
    private void wayIn(Deed deed, Proposal proposal, List<Change> changes) {
        changes.add(new Change(
                deed.at,
                deed.what,
                deed.by,
                say("proposal.field.channel"),
                "",
                say("proposal.code.channel." + proposal.origin().channel())));
        if (proposal.origin().isOwnFamily()) {
            changes.add(new Change(
                    deed.at,
                    deed.what,
                    deed.by,
                    say("proposal.page.own-family"),
                    "",
                    actors.nameOf(proposal.origin().familyOf())));
        }
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private Words words(FamilyContent content, List<Integer> people, boolean whole, Locale language) {
        if (content == null) {
            return Words.ERASED;
        }
        Map<String, String> all = ContentFields.of(content, people, Sight.WHOLE, messages, language);
        return whole
                ? Words.readAs(all, all, "")
                : Words.readAs(
                        all,
                        ContentFields.of(content, people, Sight.CASE, messages, language),
                        say("proposal.trail.masked"));
    }

    // What may not be read is compared all the same: that it was changed is no secret.
    private void compare(Deed deed, Words before, Words after, List<Change> changes) {
        if (before.erased || after.erased) {
            changes.add(new Change(deed.at, deed.what, deed.by, say("proposal.trail.erased"), "", ""));
            return;
        }
        Set<String> fields = new LinkedHashSet<>(before.all.keySet());
        fields.addAll(after.all.keySet());
        for (String field : fields) {
            if (!before.all.getOrDefault(field, "").equals(after.all.getOrDefault(field, ""))) {
                changes.add(new Change(deed.at, deed.what, deed.by, field, before.say(field), after.say(field)));
            }
        }
    }

    private record Deed(String what, Long by, Instant at) {}

    /**
     * A content in words: all of it, and what the reader may read.
     *
     * @param masked what stands for what he may not read
     * @param erased true for a content that was kept long enough
     */
    private record Words(Map<String, String> all, Map<String, String> readable, String masked, boolean erased) {

        static final Words NONE = readAs(Map.of(), Map.of(), "");
        static final Words ERASED = new Words(Map.of(), Map.of(), "", true);

        static Words readAs(Map<String, String> all, Map<String, String> readable, String masked) {
            return new Words(all, readable, masked, false);
        }

        String say(String field) {
            return all.containsKey(field) ? readable.getOrDefault(field, masked) : "";
        }
    }
}
