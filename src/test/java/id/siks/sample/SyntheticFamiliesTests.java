package id.siks.sample;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.platform.BusinessTime;
import id.siks.register.FamilyContent;
import id.siks.register.FamilyRules;
import id.siks.register.FamilyRules.Part;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class SyntheticFamiliesTests {

    private static final AreaCode VILLAGE = new AreaCode("1804041001");

    @Autowired
    private FamilyRules rules;

    @Autowired
    private BusinessTime time;

    private final SyntheticFamilies families = new SyntheticFamilies(1);

    @Test
    void everySyntheticFamilyPassesEveryRuleOfTheRegister() {
        for (int i = 0; i < 500; i++) {
            FamilyContent family = families.in(VILLAGE, time.now());
            assertThat(Stream.of(Part.values()).flatMap(part -> rules.errors(family, part).stream()))
                    .as("family %d: %s", i, family)
                    .isEmpty();
        }
    }
}
