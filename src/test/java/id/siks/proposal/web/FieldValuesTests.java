package id.siks.proposal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldValuesTests {

    private record Inner(String nik, List<String> papers) {}

    private record Outer(String address, Inner place, List<Inner> members) {}

    private final FieldValues values = FieldValues.of(new Outer(
            "Jalan Melati", new Inner("1", null), List.of(new Inner("2", List.of("1", "3")), new Inner(" ", null))));

    @Test
    void fieldsAreNamedAsTheFormSendsThem() {
        assertThat(values.one("address")).isEqualTo("Jalan Melati");
        assertThat(values.one("place.nik")).isEqualTo("1");
        assertThat(values.one("members[0].nik")).isEqualTo("2");
    }

    @Test
    void ticksAreKeptApart() {
        assertThat(values.all("members[0].papers")).containsExactly("1", "3");
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertThat(values.one("members[1].nik")).isEmpty();
        assertThat(values.all("members[7].papers")).isEmpty();
    }
}
