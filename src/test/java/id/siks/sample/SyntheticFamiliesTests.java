package id.siks.sample;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.platform.BusinessTime;
import id.siks.register.FamilyContent;
import id.siks.register.FamilyRules;
import id.siks.register.FamilyRules.Part;
import id.siks.register.MemberContent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class SyntheticFamiliesTests {

    private static final AreaCode VILLAGE = new AreaCode("1804041001");
    private static final int MANY = 20_000;

    @Autowired
    private FamilyRules rules;

    @Autowired
    private BusinessTime time;

    @AfterEach
    void theRealTime() {
        time.release();
    }

    /** From 15:00 on it is tomorrow already in the east of Indonesia: some child turns five there. */
    @ParameterizedTest
    @ValueSource(ints = {1, 14, 15, 20, 23})
    void every_family_passes_every_rule_at_any_hour(int hour) {
        time.moveTo(LocalDate.of(2026, 11, 24).atTime(hour, 30).toInstant(ZoneOffset.UTC));
        SyntheticFamilies families = SyntheticFamilies.ofTheLargeSample(hour);

        for (int i = 0; i < MANY / 4; i++) {
            FamilyContent family = families.in(VILLAGE, time.now());
            assertThat(Stream.of(Part.values()).flatMap(part -> rules.errors(family, part).stream()))
                    .as("family %d: %s", i, family)
                    .isEmpty();
        }
    }

    @Test
    void no_number_is_given_twice_in_one_district_not_even_by_both_samples() {
        Instant now = time.now();
        Set<String> given = new HashSet<>();
        for (SyntheticFamilies families :
                List.of(SyntheticFamilies.ofTheSmallSample(7), SyntheticFamilies.ofTheLargeSample(7))) {
            for (int i = 0; i < MANY; i++) {
                FamilyContent family = families.in(VILLAGE, now);
                assertThat(given.add(family.familyCardNumber())).isTrue();
                assertThat(family.members())
                        .extracting(MemberContent::nik)
                        .allMatch(given::add)
                        .noneMatch(nik -> nik.substring(12).compareTo("9000") > 0);
            }
        }
    }
}
