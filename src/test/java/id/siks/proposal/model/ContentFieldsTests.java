package id.siks.proposal.model;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.area.AreaCode;
import id.siks.register.FamilyContent;
import id.siks.register.FamilyReading.Sight;
import id.siks.register.Place;
import id.siks.register.TestFamilies;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class ContentFieldsTests {

    private static final FamilyContent FAMILY = TestFamilies.in(new AreaCode("1804022001"));

    @Test
    void the_missing_half_of_a_place_is_no_answer() {
        Place half = new Place(null, new BigDecimal("104.2"), 10, Instant.EPOCH);

        Map<String, String> fields = fields(TestFamilies.at(FAMILY, half));

        assertThat(fields)
                .containsEntry("register.field.longitude", "104.2")
                .doesNotContainKey("register.field.latitude");
    }

    private static Map<String, String> fields(FamilyContent family) {
        StaticMessageSource keys = new StaticMessageSource();
        keys.setUseCodeAsDefaultMessage(true);
        List<Integer> people =
                IntStream.rangeClosed(1, family.members().size()).boxed().toList();
        return ContentFields.of(family, people, Sight.WHOLE, keys, Locale.ENGLISH);
    }
}
