package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a rule finds is said in both languages, with what to do about it. */
class RuleWordsTests {

    private static final Pattern REMEDY = Pattern.compile("processadmin\\.check\\.([a-z0-9-]+)\\.remedy");

    @ParameterizedTest
    @ValueSource(strings = {"processadmin", "processadmin_en"})
    void every_rule_has_a_sentence_and_a_remedy_and_no_remedy_is_left_over(String file) throws IOException {
        Properties words = new Properties();
        try (Reader read = Files.newBufferedReader(Path.of("src/main/resources/messages", file + ".properties"))) {
            words.load(read);
        }
        Set<String> rules = Arrays.stream(Rule.values()).map(Rule::code).collect(Collectors.toCollection(TreeSet::new));

        assertThat(rules.stream()
                        .map(rule -> "processadmin.check." + rule)
                        .flatMap(key -> Stream.of(key, key + ".remedy")))
                .allSatisfy(
                        key -> assertThat(words.getProperty(key, "")).as(key).isNotBlank());
        assertThat(words.stringPropertyNames().stream()
                        .flatMap(key -> REMEDY.matcher(key).results())
                        .map(found -> found.group(1)))
                .isSubsetOf(rules);
    }
}
