package id.siks.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.program.SignsAdvice.Level;
import id.siks.register.HousingSurvey;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** The table of glossary 10, row by row. */
@EngineTest
class PovertySignsTests {

    private static final AreaCode REGENCY = AreaCode.of("18.04");

    @Autowired
    private PovertySigns signs;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private MessageSource messages;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "none",
            value = {
                "{}; none; NOT_INDICATED",
                "{'hasShelter':true,'earnerWorks':true,'foodWorry':false,'foodShareOverHalf':false,'clothesBought':true,'floor':2,'wall':1,'wallPlastered':true,'toiletUse':1,'lighting':1,'power':2}; none; NOT_INDICATED",
                "{'hasShelter':false}; C0; DIRECT",
                "{'hasShelter':false,'earnerWorks':false}; C0 C1; DIRECT",
                "{'earnerWorks':false}; C1; NEEDS_JUDGEMENT",
                "{'foodWorry':true}; C2; NEEDS_JUDGEMENT",
                "{'foodShareOverHalf':true}; C3; NEEDS_JUDGEMENT",
                "{'clothesBought':false}; C4; NEEDS_JUDGEMENT",
                "{'floor':9}; C5; NEEDS_JUDGEMENT",
                "{'floor':6}; C5; NEEDS_JUDGEMENT",
                "{'floor':8}; none; NOT_INDICATED",
                "{'wall':2}; C6; NEEDS_JUDGEMENT",
                "{'wall':7}; C6; NEEDS_JUDGEMENT",
                "{'wall':1,'wallPlastered':false}; C6; NEEDS_JUDGEMENT",
                "{'wall':1,'wallPlastered':true}; none; NOT_INDICATED",
                "{'wall':1}; none; NOT_INDICATED",
                "{'toiletUse':2}; C7; NEEDS_JUDGEMENT",
                "{'toiletUse':4}; C7; NEEDS_JUDGEMENT",
                "{'toiletUse':1}; none; NOT_INDICATED",
                "{'lighting':3}; C8; NEEDS_JUDGEMENT",
                "{'lighting':1,'power':1}; C8; NEEDS_JUDGEMENT",
                "{'lighting':1,'power':2}; none; NOT_INDICATED",
                "{'lighting':2}; none; NOT_INDICATED",
                "{'foodWorry':true,'floor':9}; C2 C5; NEEDS_JUDGEMENT",
                "{'foodWorry':true,'floor':9,'toiletUse':3}; C2 C5 C7; INDICATED",
                "{'earnerWorks':false,'foodWorry':true,'foodShareOverHalf':true,'clothesBought':false,'floor':9,'wall':4,'toiletUse':4,'lighting':3}; C1 C2 C3 C4 C5 C6 C7 C8; INDICATED"
            })
    void answers_show_signs_and_signs_advise(String answers, String expected, Level level) throws Exception {
        ObjectNode survey = (ObjectNode) json.readTree(answers.replace('\'', '"'));

        SignsAdvice advice = signs.advise(json.treeToValue(survey, HousingSurvey.class), REGENCY);

        List<Sign> wanted = expected == null
                ? List.of()
                : Arrays.stream(expected.split(" ")).map(Sign::valueOf).toList();
        assertThat(advice).isEqualTo(new SignsAdvice(wanted, level));
    }

    @Test
    void every_sign_and_level_is_explained_in_both_languages() {
        for (Locale locale : List.of(Locale.forLanguageTag("id"), Locale.ENGLISH)) {
            for (Sign sign : Sign.values()) {
                assertThat(messages.getMessage("program.sign." + sign + ".why", null, locale))
                        .isNotBlank();
            }
            for (Level level : Level.values()) {
                assertThat(messages.getMessage("program.level." + level + ".what", null, locale))
                        .isNotBlank();
            }
        }
    }
}
