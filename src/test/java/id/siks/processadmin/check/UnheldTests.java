package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.identity.Posts;
import id.siks.identity.Role;
import id.siks.processadmin.check.Villages.Regency;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where nobody holds a role. */
class UnheldTests {

    private final Areas areas = mock(Areas.class);
    private final Posts posts = mock(Posts.class);
    private final Unheld unheld = new Unheld(areas, posts);

    @BeforeEach
    void twoRegencies() {
        when(areas.get(new AreaCode("1101"))).thenReturn(area("1101", "Kabupaten Satu"));
        when(areas.get(new AreaCode("1202"))).thenReturn(area("1202", "Kabupaten Dua"));
        lie(area("1101012001", "Aman"), area("1101022001", "Bahagia"), area("1202012001", "Cerah"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "11, 'Cerah'",
        "1101, 'Cerah'",
        "110101, 'Bahagia, Cerah'",
        "1101012001, 'Bahagia, Cerah'",
        "9101, 'Aman, Bahagia, Cerah'"
    })
    void a_territory_of_any_level_covers_what_lies_in_it(String territory, String without) {
        hold(Role.REGENCY_VERIFIER, territory);

        assertThat(unheld.look().without(Role.REGENCY_VERIFIER)).hasToString(without);
    }

    @Test
    void they_are_told_by_regency() {
        hold(Role.VILLAGE_OPERATOR, "1101012001");

        assertThat(unheld.look().without(Role.VILLAGE_OPERATOR).regencies())
                .containsExactly(
                        new Regency("Kabupaten Satu", List.of("Bahagia"), 1),
                        new Regency("Kabupaten Dua", List.of("Cerah"), 1));
    }

    @Test
    void the_villages_are_read_once_for_all_roles_and_anew_for_the_next_file() {
        Unheld.Look look = unheld.look();
        for (Role role : Role.values()) {
            look.without(role);
            look.without(role);
        }
        verify(areas, times(1)).villages(any());
        verify(posts, times(1)).territories(Role.REGENT);

        unheld.look().without(Role.REGENT);
        verify(areas, times(2)).villages(any());
    }

    @Test
    void of_very_many_those_behind_are_counted_by_regency() {
        lie(IntStream.range(0, Villages.NAMED + 100)
                .mapToObj(number ->
                        area((number < Villages.NAMED - 50 ? "110101" : "120201") + (2001 + number), "D" + number))
                .toArray(Area[]::new));

        Villages without = unheld.look().without(Role.REGENT);
        assertThat(without.count()).isEqualTo(Villages.NAMED + 100);
        assertThat(without.regencies()).extracting(Regency::count).containsExactly(Villages.NAMED - 50, 150);
        assertThat(without.regencies()).extracting(Regency::more).containsExactly(0, 100);
        assertThat(without.regencies().get(1).villages()).hasSize(50).startsWith("D" + (Villages.NAMED - 50));
    }

    private void hold(Role role, String territory) {
        when(posts.territories(role)).thenReturn(Set.of(territory));
    }

    private void lie(Area... villages) {
        when(areas.villages(any())).thenReturn(List.of(villages));
    }

    private static Area area(String code, String name) {
        return new Area(new AreaCode(code), name);
    }
}
