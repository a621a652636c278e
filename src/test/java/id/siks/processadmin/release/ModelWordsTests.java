package id.siks.processadmin.release;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.processadmin.check.ModelKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Whoever compares two versions reads no word of the engine: everything a model may say has a name. */
class ModelWordsTests {

    private static final Path CHECK = Path.of("src/main/java/id/siks/processadmin/check");
    /** A line of the list of what is allowed: elements, where they stand, their attributes; what has a text begins with +. */
    private static final Pattern LINE = Pattern.compile("(?m)^ +(?:\\+?(?:bpmn|dmn|camunda):.* <.* :|ASYNC =).*$");

    private final ModelWords words = words();

    @AfterEach
    void anyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void everything_a_model_may_say_has_a_name(String language) throws IOException {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
        for (String name : attributes()) {
            assertThat(words.property(ModelKind.BPMN, "userTask", name))
                    .as(name)
                    .isNotEqualTo(name);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "userTask | camunda:candidateGroups | Dikerjakan oleh",
                "userTask | name | Nama",
                "sequenceFlow | name | Jawaban",
                "boundaryEvent | extensionElements.camunda:failedJobRetryTimeCycle | Jarak percobaan ulang",
                "userTask | extensionElements.properties.property.value | Tampilkan keterangan dari tugas",
                "callActivity | extensionElements.in 2.source | Nilai yang diberikan",
                "process | documentation 2 | Petunjuk bagi yang mengerjakan 2",
                "userTask | nobodyKnowsIt | nobodyKnowsIt"
            })
    void a_property_is_called_as_beside_the_drawing(String part, String name, String said) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("id"));
        assertThat(words.property(ModelKind.BPMN, part, name)).isEqualTo(said);
    }

    @Test
    void roles_and_kinds_are_words_and_what_people_wrote_stays() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("id"));
        assertThat(words.value(ModelKind.BPMN, "camunda:candidateGroups", "REGENCY_VERIFIER"))
                .isEqualTo("Verifikator Dinsos kabupaten/kota");
        assertThat(words.value(ModelKind.BPMN, "isInterrupting", "false")).isEqualTo("tidak");
        assertThat(words.value(ModelKind.BPMN, "timerEventDefinition.timeDate", "${taskLadder.nextRungAt()}"))
                .isEqualTo("saat tenggatnya, lalu setiap pengingat");
        assertThat(words.value(ModelKind.BPMN, "name", "Putuskan usulan")).isEqualTo("Putuskan usulan");
        assertThat(words.part(ModelKind.BPMN, "userTask")).isEqualTo("Tugas orang");
        assertThat(words.part(ModelKind.FORM, "radio")).isNotEqualTo("radio");
    }

    /** Names of all attributes the check lets pass, without those of the picture. */
    private static Set<String> attributes() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String list : List.of("BpmnSpaces.java", "DmnSpaces.java")) {
            LINE.matcher(Files.readString(CHECK.resolve(list)))
                    .results()
                    .map(MatchResult::group)
                    .forEach(line -> {
                        List<String> words = new ArrayList<>(
                                List.of(line.substring(Math.max(line.lastIndexOf(" :"), line.indexOf(" =")) + 2)
                                        .split(" ")));
                        if (line.strip().startsWith("+")) {
                            words.addAll(List.of(line.strip()
                                    .substring(1)
                                    .replaceAll(" <.*", "")
                                    .split(" ")));
                        }
                        words.stream()
                                .filter(word -> word.matches("([a-z]+:)?[a-z]\\w+") && !word.matches("id|bio.*"))
                                .map(word -> word.replaceFirst("^.*:", ""))
                                .filter(word -> !Set.of("incoming", "outgoing").contains(word))
                                .forEach(names::add);
                    });
        }
        assertThat(names).hasSizeGreaterThan(40);
        return names;
    }

    private static ModelWords words() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages.processadmin", "messages.identity");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new ModelWords(new FormWords(messages), messages);
    }
}
