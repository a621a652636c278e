package id.siks.worklist.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

class SearchMemoryTests {

    private static final String NAME = "Keluarga Uji";

    private final SearchMemory memory = new SearchMemory();
    private final MockHttpSession session = new MockHttpSession();

    @Test
    void a_name_has_one_word_that_tells_nothing_of_it() {
        String word = memory.keep(NAME, session);

        assertThat(word).matches("[a-z0-9]{10}").isNotEqualTo(memory.keep(NAME, new MockHttpSession()));
        assertThat(memory.keep(NAME, session)).isEqualTo(word);
        assertThat(memory.find(word, session)).contains(NAME);
    }

    @Test
    void a_word_is_known_to_its_own_session_alone() {
        String word = memory.keep(NAME, session);

        assertThat(memory.find(word, new MockHttpSession())).isEmpty();
        assertThat(memory.find(word, null)).isEmpty();
        assertThat(memory.find(null, session)).isEmpty();
    }

    @Test
    void beyond_thirty_names_the_oldest_is_forgotten() {
        String oldest = memory.keep(NAME, session);
        String next = memory.keep("Keluarga 0", session);
        IntStream.range(1, 30).forEach(n -> memory.keep("Keluarga " + n, session));

        assertThat(memory.find(oldest, session)).isEmpty();
        assertThat(memory.find(next, session)).contains("Keluarga 0");
    }
}
