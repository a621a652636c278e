package id.siks.proposal.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.platform.FieldError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedValuesTests {

    private final TypedValues values = new TypedValues();

    @Test
    void numbersMayBeTypedInGroups() {
        assertThat(TypedValues.number(" 1804 0117 0885-0001 ")).isEqualTo("1804011708850001");
    }

    @Test
    void neighbourhoodUnitsGetLeadingZeros() {
        assertThat(TypedValues.unit("3")).isEqualTo("003");
        assertThat(TypedValues.unit("012")).isEqualTo("012");
        assertThat(TypedValues.unit("A1")).isEqualTo("A1");
    }

    @Test
    void telephonesAreUnderstoodTheWayPeopleSayThem() {
        assertThat(TypedValues.phone("0812-3456-7890")).isEqualTo("+6281234567890");
        assertThat(TypedValues.phone("62812 3456 7890")).isEqualTo("+6281234567890");
        assertThat(TypedValues.phone("+6281234567890")).isEqualTo("+6281234567890");
    }

    @Test
    void datesMayBeginWithTheDay() {
        assertThat(values.date("d", "17-08-1985")).isEqualTo(LocalDate.of(1985, 8, 17));
        assertThat(values.date("d", "17/8/1985")).isEqualTo(LocalDate.of(1985, 8, 17));
        assertThat(values.date("d", "1985-08-17")).isEqualTo(LocalDate.of(1985, 8, 17));
        assertThat(values.faults()).isEmpty();
    }

    @Test
    void aDayThatIsNotInTheCalendarIsAFaultAtItsField() {
        assertThat(values.date("members[0].birthDate", "31-02-1985")).isNull();
        assertThat(values.faults()).extracting(FieldError::field).containsExactly("members[0].birthDate");
    }

    @Test
    void daysAndMomentsFarFromOurTimeAreFaults() {
        assertThat(values.date("a", "+999999999-12-31")).isNull();
        assertThat(values.date("b", "-0001-01-01")).isNull();
        assertThat(values.moment("c", "+1000000000-12-31T23:59:59Z")).isNull();
        assertThat(values.moment("d", "-999999999-01-01T00:00:00Z")).isNull();
        assertThat(values.faults()).extracting(FieldError::field).containsExactly("a", "b", "c", "d");
    }

    @Test
    void decimalsMayHaveACommaAndRupiahDots() {
        assertThat(values.decimal("a", "36,5")).isEqualByComparingTo(new BigDecimal("36.5"));
        assertThat(values.rupiah("b", "1.250.000")).isEqualTo(1_250_000L);
        assertThat(values.faults()).isEmpty();
    }

    @Test
    void whatIsNoNumberNeverBecomesOne() {
        values.count("a", "tiga");
        values.count("b", "99999999999999");
        values.decimal("c", "1e9");
        values.rupiah("d", "-5x");
        values.choice("e", "1.5");
        values.yesNo("f", "mungkin");
        assertThat(values.faults()).extracting(FieldError::field).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void nothingTypedIsNoFault() {
        assertThat(values.count("a", "  ")).isNull();
        assertThat(values.choices("b", List.of("", "3"))).containsExactly(3);
        assertThat(values.faults()).isEmpty();
    }
}
