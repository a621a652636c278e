package id.siks.worklist.list;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** What people filter by is kept, shared and counted. */
class KeptFiltersTests extends ListTest {

    @Autowired
    SavedFilters saved;

    @Test
    void a_filter_is_kept_shared_counted_and_dropped() throws Exception {
        Actor colleague = people.operator(village);
        work.open(village, null);
        mvc.perform(post("/worklist/filters")
                        .with(with(operator))
                        .with(csrf())
                        .param("name", "Belum diambil siapa pun")
                        .param("who", "free")
                        .param("shared", "VILLAGE_OPERATOR." + village))
                .andExpect(redirectedUrl("/worklist?who=free"));

        SavedFilter seen = saved.of(colleague).get(0);
        assertThat(seen.n()).isEqualTo(1);
        assertThat(seen.own()).isFalse();
        mvc.perform(get("/worklist").with(with(colleague)))
                .andExpect(content().string(containsString("Belum diambil siapa pun")));
        assertThat(saved.of(people.operator(new AreaCode("1101012001")))).isEmpty();
        mvc.perform(get("/worklist").param("who", "free").with(with(operator)))
                .andExpect(content().string(containsString("Operator desa/kelurahan, " + areas.path(village))));
        assertThatThrownBy(() -> saved.drop(seen.id(), colleague)).isInstanceOf(NotFound.class);
        saved.drop(seen.id(), operator);
        assertThat(saved.of(colleague)).isEmpty();
    }

    @Test
    void a_filter_is_shared_with_the_team_one_names_and_with_no_other() throws Exception {
        AreaCode other = new AreaCode("6171011002");
        Actor both = people.holding(
                List.of(Assignment.of(Role.VILLAGE_OPERATOR, village), Assignment.of(Role.VILLAGE_OPERATOR, other)));
        ListFilter free = filters.of(Map.of("who", "free"));
        saved.keep("Bebas", free, "VILLAGE_OPERATOR." + other, false, both);

        assertThat(saved.of(people.operator(other)))
                .extracting(SavedFilter::name)
                .contains("Bebas");
        assertThat(saved.of(operator)).isEmpty();
        mvc.perform(post("/worklist/filters")
                        .with(with(operator))
                        .with(csrf())
                        .param("name", "Punya orang")
                        .param("who", "free")
                        .param("shared", "VILLAGE_OPERATOR." + other))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Pilih salah satu tim Anda")));
    }

    @Test
    void a_filter_takes_the_place_of_another_of_its_name_only_when_that_is_meant() throws Exception {
        ListFilter free = filters.of(Map.of("who", "free"));
        saved.keep("Bersama", free, "VILLAGE_OPERATOR." + village, false, operator);
        saved.keep("Bersama", free, "VILLAGE_OPERATOR." + village, false, operator);

        again("")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("sudah punya saringan lain dengan nama ini")))
                .andExpect(content().string(containsString("name=\"replace\"")));
        assertThat(saved.of(operator)).extracting(SavedFilter::href).containsExactly("/worklist?who=free");

        again("1").andExpect(redirectedUrl("/worklist?due=late"));
        assertThat(saved.of(operator)).extracting(SavedFilter::href).containsExactly("/worklist?due=late");
    }

    private ResultActions again(String replace) throws Exception {
        return mvc.perform(post("/worklist/filters")
                .with(with(operator))
                .with(csrf())
                .param("name", "Bersama")
                .param("due", "late")
                .param("replace", replace));
    }

    @Test
    void what_is_only_searched_for_is_not_offered_to_be_kept() throws Exception {
        String ref = caseOf(work.open(village, null));
        mvc.perform(get("/worklist").param("case", ref).with(with(operator)))
                .andExpect(content().string(not(containsString("class=\"filter-save\""))));
        mvc.perform(get("/worklist").param("case", ref).param("who", "free").with(with(operator)))
                .andExpect(content().string(containsString("class=\"filter-save\"")));
    }

    @Test
    void a_filter_is_not_called_by_the_number_of_a_person() throws Exception {
        mvc.perform(post("/worklist/filters")
                        .with(with(operator))
                        .with(csrf())
                        .param("name", "Siti 1804042602850224")
                        .param("who", "free"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Hapus NIK atau nomor KK")));
        assertThat(saved.of(operator)).isEmpty();
    }

    @Test
    void a_filter_without_a_name_or_beyond_the_limit_is_refused_with_a_sentence() throws Exception {
        mvc.perform(post("/worklist/filters")
                        .with(with(operator))
                        .with(csrf())
                        .param("name", " ")
                        .param("who", "free"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Beri nama")));
        ListFilter free = filters.of(Map.of("who", "free"));
        for (int i = 0; i < SavedFilters.MOST; i++) {
            saved.keep("Saringan " + i, free, "", false, operator);
        }
        saved.keep("Saringan 0", free, "", false, operator);
        assertThatThrownBy(() -> saved.keep("Satu lagi", free, "", false, operator))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> saved.keep("Kosong", filters.of(Map.of()), "", false, operator))
                .isInstanceOf(InvalidInput.class);
    }
}
