package id.siks.proposal.model;

import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Tells the members of a family apart through all its corrections. Each has the number of the place where he was first
 * entered; whoever is taken out leaves his number to nobody.
 */
final class SamePeople {

    private static final int UNKNOWN = 0;
    private static final List<BiPredicate<MemberContent, MemberContent>> LIKE = List.of(
            (a, b) -> a.nik() != null && a.nik().equals(b.nik()),
            (a, b) -> a.fullName() != null
                    && a.birthDate() != null
                    && a.fullName().equalsIgnoreCase(b.fullName())
                    && a.birthDate().equals(b.birthDate()));

    private static final List<Function<MemberContent, Object>> MARKS =
            List.of(MemberContent::nik, SamePeople::name, MemberContent::birthDate);

    private final List<MemberContent> known = new ArrayList<>();
    private List<Integer> before = List.of();

    private SamePeople() {}

    /** True when both are one person: by his number, or by name and day of birth. */
    static boolean alike(MemberContent one, MemberContent other) {
        return LIKE.stream().anyMatch(like -> like.test(one, other));
    }

    /** For each content the numbers of its members, in their order; none for a content that is null. */
    static List<List<Integer>> across(List<FamilyContent> contents) {
        SamePeople people = new SamePeople();
        return contents.stream()
                .map(content -> content == null || content.members() == null
                        ? List.<Integer>of()
                        : people.numbers(content.members()))
                .toList();
    }

    private List<Integer> numbers(List<MemberContent> members) {
        Integer[] numbers = new Integer[members.size()];
        Arrays.fill(numbers, UNKNOWN);
        LIKE.forEach(like -> recognise(members, numbers, like));
        for (int i = 0; i < numbers.length; i++) {
            // Name and number mended at once: whoever stands where he stood before, unless nothing of him is left.
            if (numbers[i] == UNKNOWN
                    && i < before.size()
                    && isFree(before.get(i), numbers)
                    && !isStranger(known.get(before.get(i) - 1), members.get(i))) {
                numbers[i] = before.get(i);
            }
        }
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = remember(numbers[i], members.get(i));
        }
        before = List.of(numbers);
        return before;
    }

    private void recognise(
            List<MemberContent> members, Integer[] numbers, BiPredicate<MemberContent, MemberContent> like) {
        for (int i = 0; i < numbers.length; i++) {
            for (int number = 1; numbers[i] == UNKNOWN && number <= known.size(); number++) {
                if (isFree(number, numbers) && like.test(known.get(number - 1), members.get(i))) {
                    numbers[i] = number;
                }
            }
        }
    }

    private int remember(int number, MemberContent member) {
        if (number == UNKNOWN) {
            known.add(member);
            return known.size();
        }
        known.set(number - 1, member);
        return number;
    }

    /** True when something was known of {@code before} and {@code now} shares none of it; an empty card is filled in. */
    private static boolean isStranger(MemberContent before, MemberContent now) {
        List<Function<MemberContent, Object>> marked =
                MARKS.stream().filter(mark -> mark.apply(before) != null).toList();
        return !marked.isEmpty()
                && marked.stream().noneMatch(mark -> mark.apply(before).equals(mark.apply(now)));
    }

    private static String name(MemberContent member) {
        return member.fullName() == null ? null : member.fullName().toUpperCase(Locale.ROOT);
    }

    private static boolean isFree(Integer number, Integer[] numbers) {
        return Arrays.stream(numbers).noneMatch(given -> Objects.equals(given, number));
    }
}
