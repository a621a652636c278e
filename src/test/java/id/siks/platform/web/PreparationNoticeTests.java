package id.siks.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.siks.EngineTest;
import id.siks.platform.Message;
import id.siks.platform.Preparation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What is being prepared stands on every page, follows how far it is, and ends without anybody's doing. */
@EngineTest
class PreparationNoticeTests {

    private static final String ASKS_AGAIN = "hx-get=\"/preparation\" hx-trigger=\"every 5s\" hx-swap=\"outerHTML\"";

    @Autowired
    MockMvc mvc;

    @Autowired
    Preparation preparation;

    @AfterEach
    void over() {
        preparation.conclude(null);
    }

    @Test
    void theSentenceStandsOnThePageAndAsksAgain() throws Exception {
        preparation.tell(Message.of("sample.families", 12, 85));

        assertThat(answer("/login", "")).contains("Data contoh sedang dibuat: 12 dari 85 keluarga.", ASKS_AGAIN);
        assertThat(answer("/preparation", ""))
                .contains("12 dari 85", ASKS_AGAIN)
                .doesNotContain("<html", "<body");
    }

    @Test
    void aLastWordStaysAndAsksNoMore() throws Exception {
        preparation.conclude(Message.of("sample.failed"));

        for (String path : new String[] {"/login", "/preparation"}) {
            assertThat(answer(path, "")).contains("Data contoh gagal dibuat").doesNotContain("hx-get=\"/preparation");
        }
    }

    @Test
    void whenItIsOverThePageItStandsOnIsOfferedAnew() throws Exception {
        assertThat(answer("/login", "")).doesNotContain("class=\"preparing\"");
        assertThat(answer("/preparation", "http://127.0.0.1:8080/register/search"))
                .contains("Data contoh sudah selesai dibuat.", "href=\"/register\"")
                .doesNotContain("hx-get");
        assertThat(answer("/preparation", "https://evil.example/nowhere")).contains("href=\"/\"");
    }

    private String answer(String path, String referer) throws Exception {
        return mvc.perform(get(path).header("Referer", referer))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
