package id.siks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wrong.code.WrongCode;

/** The house keeps its rules of code, and each rule bites the deliberately wrong classes of {@code wrong.code}. */
class ArchitectureTests {

    private static final JavaClasses WRONG = new ClassFileImporter().importPackages("wrong.code");

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_keeps_the_rule(ArchRule rule, String wrong) {
        rule.allowEmptyShould(true).check(House.classes());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_bites(ArchRule rule, String wrong) {
        assertThat(rule.evaluate(WRONG).getFailureReport().getDetails()).anyMatch(fault -> fault.contains(wrong));
    }

    @Test
    void whoOnlyReadsAndWhoIsSentSomethingAreLeftAlone() {
        assertThat(CodeRules.READING_CHANGES_NOTHING
                        .evaluate(WRONG)
                        .getFailureReport()
                        .getDetails())
                .noneMatch(fault -> fault.contains("onlyReads") || fault.contains("writesOnPost"));
    }

    static Stream<Arguments> rules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("EngineOutside", CodeRules.ENGINE_BEHIND_ITS_SEAM);
        rules.put("PublicEntity", CodeRules.ENTITIES_STAY_INSIDE);
        rules.put("PublicRepository", CodeRules.REPOSITORIES_STAY_INSIDE);
        rules.put("PublicController", CodeRules.CONTROLLERS_STAY_INSIDE);
        rules.put("injected", CodeRules.NOTHING_IS_INJECTED_INTO_FIELDS);
        rules.put("readsTheClock", CodeRules.ONE_CLOCK);
        rules.put("setState", CodeRules.ENTITIES_HAVE_NO_SETTERS);
        rules.put("prints", CodeRules.NO_STANDARD_STREAMS);
        rules.put("sleeps", CodeRules.NOBODY_SLEEPS);
        rules.put("PublicController.repository", CodeRules.CONTROLLERS_ASK_SERVICES);
        rules.put("writesOnGet", CodeRules.READING_CHANGES_NOTHING);
        rules.put("writesWhereEverythingIsAnswered", CodeRules.READING_CHANGES_NOTHING);
        rules.put("ClassThatWrites.opensOnGet", CodeRules.READING_CHANGES_NOTHING);
        rules.put("writesBehindAnInterface", CodeRules.READING_CHANGES_NOTHING);
        rules.put("writesInALambda", CodeRules.READING_CHANGES_NOTHING);
        rules.put("announcesOnGet", CodeRules.READING_CHANGES_NOTHING);
        rules.put("startsACaseOnGet", CodeRules.READING_CHANGES_NOTHING);
        rules.put("savesOnGet", CodeRules.READING_CHANGES_NOTHING);
        rules.put("StrayWork", CodeRules.STEPS_STAY_WITH_THE_PROCESS);
        rules.put("StrayTask", CodeRules.TASKS_STAY_TOGETHER);
        String home = WrongCode.class.getSimpleName();
        return rules.entrySet().stream()
                .map(e -> Arguments.of(e.getValue(), Named.of(home + " " + e.getKey(), e.getKey())));
    }
}
