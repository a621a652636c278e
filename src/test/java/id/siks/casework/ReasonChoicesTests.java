package id.siks.casework;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Who gives a reason finds every reason of the table that can apply at his stage (glossary 6.1). */
class ReasonChoicesTests {

    private static final Path FORMS = Path.of("forms");

    /** Reasons of proposals for a programme, and what only a closing list says. */
    private static final Set<ReasonCode> OF_PROGRAMMES_AND_LISTS = EnumSet.of(
            ReasonCode.ALREADY_IN_PROGRAM,
            ReasonCode.NO_PROGRAM_COMPONENT,
            ReasonCode.QUOTA_FULL,
            ReasonCode.LATE_FOR_PERIOD);

    /** What the civil registry and the village's minutes tell, not the look of a home. */
    private static final Set<ReasonCode> NOT_SEEN_AT_A_HOME = EnumSet.of(
            ReasonCode.IDENTITY_NOT_FOUND,
            ReasonCode.NAME_DIFFERS,
            ReasonCode.BIRTHDATE_DIFFERS,
            ReasonCode.FAMILY_CARD_DIFFERS,
            ReasonCode.MEETING_EVIDENCE_INVALID);

    /** The head speaks of the village's paper, not of a family. */
    private static final Set<String> OF_A_PAPER =
            Set.of(ReasonCode.MEETING_EVIDENCE_INVALID.name(), ReasonCode.OTHER.name());

    private static final Map<String, Set<String>> STAGES = Map.of(
            "proposal/record-meeting", without(OF_PROGRAMMES_AND_LISTS),
            "proposal/sign-meeting", OF_A_PAPER,
            "proposal/decide-proposal", without(OF_PROGRAMMES_AND_LISTS),
            "fieldcheck/record-visit", without(OF_PROGRAMMES_AND_LISTS, NOT_SEEN_AT_A_HOME),
            "fieldcheck/review-visit", without(OF_PROGRAMMES_AND_LISTS, NOT_SEEN_AT_A_HOME),
            "finalization/determine-batch", without(Set.of()));

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void every_form_that_asks_for_a_reason_offers_those_of_its_stage() throws IOException {
        assertThat(offered()).isEqualTo(new TreeMap<>(STAGES));
    }

    private Map<String, Set<String>> offered() throws IOException {
        Map<String, Set<String>> offered = new TreeMap<>();
        try (Stream<Path> files = Files.walk(FORMS)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".form")).toList()) {
                for (JsonNode field : json.readTree(file.toFile()).findParents("key")) {
                    if ("reasonCode".equals(field.get("key").asText())) {
                        offered.put(name(file), codes(field));
                    }
                }
            }
        }
        return offered;
    }

    private static String name(Path file) {
        return FORMS.relativize(file).toString().replace(".form", "");
    }

    private static Set<String> codes(JsonNode field) {
        return StreamSupport.stream(field.get("values").spliterator(), false)
                .map(value -> value.get("value").asText())
                .collect(toCollection(TreeSet::new));
    }

    @SafeVarargs
    private static Set<String> without(Set<ReasonCode>... left) {
        return Arrays.stream(ReasonCode.values())
                .filter(code -> List.of(left).stream().noneMatch(set -> set.contains(code)))
                .map(ReasonCode::name)
                .collect(toCollection(TreeSet::new));
    }
}
