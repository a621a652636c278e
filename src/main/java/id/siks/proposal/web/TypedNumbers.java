package id.siks.proposal.web;

import id.siks.identity.Actor;
import id.siks.identity.Limit;
import id.siks.identity.Limits;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whoever types a number learns whether a family with it exists, also far from his area: each new number counts as looked up
 * (requirement 21), whether it is only tried or saved.
 */
@Component
class TypedNumbers {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{16}");

    private final Limits limits;

    TypedNumbers(Limits limits) {
        this.limits = limits;
    }

    /**
     * Counts the numbers in {@code typed} that {@code saved} has not; {@code TooManyRequests} when the actor has none left. Asked
     * before it is saved: whoever is told that a number is taken keeps that knowledge although nothing was saved.
     */
    void saving(FamilyContent typed, FamilyContent saved, Actor actor) {
        int fresh = fresh(typed, saved);
        if (fresh > 0) {
            limits.use(Limit.NIK_LOOKUP, actor, fresh);
        }
    }

    /** The same where look-alikes are asked for by name as well: once at least. */
    void trying(FamilyContent typed, FamilyContent saved, Actor actor) {
        limits.use(Limit.NIK_LOOKUP, actor, Math.max(1, fresh(typed, saved)));
    }

    private static int fresh(FamilyContent typed, FamilyContent saved) {
        Set<String> fresh = new HashSet<>(numbers(typed));
        fresh.removeAll(numbers(saved));
        return fresh.size();
    }

    private static Set<String> numbers(FamilyContent content) {
        return Stream.concat(
                        Stream.of(content.familyCardNumber()),
                        content.members().stream().map(MemberContent::nik))
                .filter(Objects::nonNull)
                .filter(number -> NUMBER.matcher(number).matches())
                .collect(Collectors.toSet());
    }
}
