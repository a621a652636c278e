package id.siks.program;

import id.siks.area.AreaCode;
import id.siks.platform.engine.Decisions;
import id.siks.program.SignsAdvice.Level;
import id.siks.register.HousingSurvey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Advises on the signs of poverty; the rules are the tables {@code poverty-signs} and {@code poverty-level}. */
@Service
public class PovertySigns {

    private static final String SIGNS = "poverty-signs";
    private static final String LEVEL = "poverty-level";

    private final Decisions decisions;

    PovertySigns(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * The signs the answers show. An answer that is missing shows nothing.
     *
     * @param housing as entered, possibly incomplete
     * @param area any area of the regency whose threshold counts
     */
    public SignsAdvice advise(HousingSurvey housing, AreaCode area) {
        List<Sign> signs = signs(housing);
        return new SignsAdvice(signs, level(signs, area));
    }

    private List<Sign> signs(HousingSurvey housing) {
        Set<Sign> found = decisions.decide(SIGNS, answers(housing)).stream()
                .map(row -> Sign.valueOf(row.get("sign").toString()))
                .collect(Collectors.toSet());
        return Arrays.stream(Sign.values()).filter(found::contains).toList();
    }

    private Level level(List<Sign> signs, AreaCode area) {
        return Level.valueOf(decisions
                .decide(LEVEL, counted(signs, area))
                .get(0)
                .get("level")
                .toString());
    }

    /**
     * What the table {@code poverty-level} is asked, by input: the signs that the table of signs in force finds.
     *
     * @param housing as entered, possibly incomplete
     * @param area any area of the regency whose threshold counts
     */
    public Map<String, Object> counted(HousingSurvey housing, AreaCode area) {
        return counted(signs(housing), area);
    }

    private static Map<String, Object> counted(List<Sign> signs, AreaCode area) {
        return Map.of(
                "noShelter",
                signs.contains(Sign.C0),
                "count",
                (int) signs.stream().filter(s -> s != Sign.C0).count(),
                "regency",
                area.value().substring(0, Math.min(4, area.value().length())));
    }

    /** What the table {@code poverty-signs} is asked, by input; an answer that is missing is null. */
    public static Map<String, Object> answers(HousingSurvey housing) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("hasShelter", housing.hasShelter());
        answers.put("earnerWorks", housing.earnerWorks());
        answers.put("foodWorry", housing.foodWorry());
        answers.put("foodShareOverHalf", housing.foodShareOverHalf());
        answers.put("clothesBought", housing.clothesBought());
        answers.put("floor", housing.floor());
        answers.put("wall", housing.wall());
        answers.put("wallPlastered", housing.wallPlastered());
        answers.put("toiletUse", housing.toiletUse());
        answers.put("lighting", housing.lighting());
        answers.put("power", housing.power());
        return answers;
    }
}
