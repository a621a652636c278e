package id.siks.register;

import id.siks.casework.CaseRef;
import id.siks.platform.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Persons and what the civil registry says of them. */
@Service
@Transactional
public class Persons {

    private final RegistryDesk registry;
    private final IdentityMatches kept;
    private final BusinessTime time;
    private final ApplicationEventPublisher events;

    Persons(RegistryDesk registry, IdentityMatches kept, BusinessTime time, ApplicationEventPublisher events) {
        this.registry = registry;
        this.kept = kept;
        this.time = time;
        this.events = events;
    }

    /**
     * Asks the civil registry about every member with papers. A person who matched is not asked about again for 30 days;
     * whoever did not match is, because the registry may have been put right. The answers are kept for every case that
     * used them.
     *
     * @throws RegistryUnavailable when the registry does not answer within 15 seconds; asking again later helps
     */
    public MatchReport match(FamilyContent content, CaseRef caseRef) {
        Instant now = time.now();
        Map<Integer, CivilRegistry.Question> questions = questions(content);
        Map<Integer, IdentityMatches.Kept> known = kept.of(questions);
        Map<Integer, CivilRegistry.Question> open = new HashMap<>(questions);
        known.forEach((index, answer) -> {
            if (answer.stillGood(now)
                    && Differences.between(questions.get(index), answer.answer())
                            .isEmpty()) {
                open.remove(index);
            }
        });
        Map<Integer, CivilRegistry.Answer> answers = registry.askAll(open);
        // All of them, before any is written: whoever locks only some may wait for one who waits for him.
        kept.usedBy(caseRef, questions.values());
        kept.keep(open, answers, caseRef, now);
        answers.forEach((index, answer) -> known.put(index, new IdentityMatches.Kept(answer, now)));
        return report(content, questions, known);
    }

    /** What is known from earlier answers; nobody is asked. */
    @Transactional(readOnly = true)
    public MatchReport lastReport(FamilyContent content) {
        Map<Integer, CivilRegistry.Question> questions = questions(content);
        return report(content, questions, kept.of(questions));
    }

    /** The same of many families, in their order, with one statement. */
    @Transactional(readOnly = true)
    public List<MatchReport> lastReports(List<FamilyContent> contents) {
        List<Map<Integer, CivilRegistry.Question>> questions =
                contents.stream().map(Persons::questions).toList();
        Map<Seat, CivilRegistry.Question> all = new HashMap<>();
        for (int family = 0; family < contents.size(); family++) {
            int at = family;
            questions.get(family).forEach((member, question) -> all.put(new Seat(at, member), question));
        }
        List<Map<Integer, IdentityMatches.Kept>> known = contents.stream()
                .map(c -> new HashMap<Integer, IdentityMatches.Kept>())
                .collect(Collectors.toList());
        kept.of(all).forEach((seat, answer) -> known.get(seat.family()).put(seat.member(), answer));
        return IntStream.range(0, contents.size())
                .mapToObj(family -> report(contents.get(family), questions.get(family), known.get(family)))
                .toList();
    }

    /** True when the registry was never asked about a member with papers, or not within the last 30 days. */
    public boolean isOld(MatchReport report) {
        Instant oldest = time.now().minus(IdentityMatches.GOOD_FOR);
        return report.members().stream()
                .filter(m -> m.status() != MatchStatus.NO_PAPERS)
                .anyMatch(m -> m.askedAt() == null || !m.askedAt().isAfter(oldest));
    }

    /**
     * The civil registry tells of a death: what it said before no longer counts, and whoever holds an open case about the
     * person is told by {@link PersonDeceased}. The register itself changes only with a case.
     */
    public void registryReportsDeath(String nik, LocalDate diedOn) {
        // First the cases, which wait for whoever is matching them now: his answer is then kept and can be overruled.
        events.publishEvent(new PersonDeceased(nik, diedOn));
        kept.deceased(nik, time.now());
    }

    private static Map<Integer, CivilRegistry.Question> questions(FamilyContent content) {
        Map<Integer, CivilRegistry.Question> questions = new HashMap<>();
        for (int i = 0; i < content.members().size(); i++) {
            MemberContent member = content.members().get(i);
            if (member.nik() != null && !member.nik().isBlank()) {
                questions.put(
                        i,
                        new CivilRegistry.Question(
                                member.nik(),
                                content.familyCardNumber(),
                                member.fullName(),
                                member.birthDate(),
                                member.sex()));
            }
        }
        return questions;
    }

    private static MatchReport report(
            FamilyContent content,
            Map<Integer, CivilRegistry.Question> questions,
            Map<Integer, IdentityMatches.Kept> known) {
        List<MemberMatch> members = new ArrayList<>();
        for (int i = 0; i < content.members().size(); i++) {
            String name = content.members().get(i).fullName();
            IdentityMatches.Kept answer = known.get(i);
            if (answer == null) {
                MatchStatus status = questions.containsKey(i) ? MatchStatus.NOT_ASKED : MatchStatus.NO_PAPERS;
                members.add(new MemberMatch(i, name, status, null, List.of(), null));
            } else {
                members.add(matched(i, name, questions.get(i), answer));
            }
        }
        return new MatchReport(List.copyOf(members));
    }

    private static MemberMatch matched(
            int index, String name, CivilRegistry.Question question, IdentityMatches.Kept answer) {
        RegistryStatus registry = answer.answer().status();
        List<FieldDifference> differences =
                registry == RegistryStatus.FOUND ? Differences.between(question, answer.answer()) : List.of();
        boolean same = registry == RegistryStatus.FOUND && differences.isEmpty();
        return new MemberMatch(
                index,
                name,
                same ? MatchStatus.MATCHED : MatchStatus.MISMATCHED,
                registry,
                differences,
                answer.askedAt());
    }

    /** A member of one of many families. */
    private record Seat(int family, int member) {}
}
