package id.siks.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.siks.EngineTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Requirement 20: what the browser is told, and that pages keep to it. */
@EngineTest
class HeaderTests {

    private static final Pattern INLINE =
            Pattern.compile("(?i)<script(?![^>]*\\bsrc=)|<style|\\sstyle\\s*=|\\son[a-z]+\\s*=|javascript:|hx-on");
    private static final Pattern FOREIGN = Pattern.compile("(?i)(src|href|action)\\s*=\\s*[\"'](https?:)?//");

    /** Templates that never reach a browser: one becomes a PDF, one is read where mail is read, without our stylesheet. */
    private static final Set<String> ELSEWHERE = Set.of("certificate.html", "mail.html", "sop-paper.html");

    @Autowired
    MockMvc mvc;

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/nowhere", "/assets/siks.css", "/identity/access-log"})
    void everyAnswerCarriesTheHeaders(String path) throws Exception {
        MockHttpServletResponse answer = mvc.perform(get(path)).andReturn().getResponse();
        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self' 'nonce-")
                .doesNotContain("unsafe");
        assertThat(answer.getHeader("Strict-Transport-Security")).contains("max-age=");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void theNonceIsAnotherOneEachTime() throws Exception {
        assertThat(policy()).isNotEqualTo(policy());
    }

    @Test
    void pagesAreNotKeptButOurFilesAre() throws Exception {
        assertThat(mvc.perform(get("/login")).andReturn().getResponse().getHeader("Cache-Control"))
                .contains("no-store");
        assertThat(mvc.perform(get("/assets/siks.css"))
                        .andReturn()
                        .getResponse()
                        .getHeader("Cache-Control"))
                .contains("max-age=86400");
    }

    @Test
    void noTemplateHasInlineCodeOrLoadsFromElsewhere() throws IOException {
        Resource[] templates = new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.html");
        List<String> faults = new ArrayList<>();
        for (Resource template : templates) {
            if (ELSEWHERE.contains(template.getFilename())) {
                continue;
            }
            faults.addAll(faults(template.getFilename(), template.getContentAsString(StandardCharsets.UTF_8)));
        }
        assertThat(templates).isNotEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void theRuleFindsInlineCodeAndForeignFiles() {
        assertThat(faults("a", "<script>go()</script>")).hasSize(1);
        assertThat(faults("b", "<p style=\"color:red\">")).hasSize(1);
        assertThat(faults("c", "<a onclick=\"go()\">")).hasSize(1);
        assertThat(faults("d", "<script src=\"https://cdn.example/x.js\"></script>"))
                .hasSize(1);
        assertThat(faults("e", "<script type=\"module\" th:src=\"@{/assets/x.js}\"></script>"))
                .isEmpty();
    }

    private String policy() throws Exception {
        return mvc.perform(get("/login")).andReturn().getResponse().getHeader("Content-Security-Policy");
    }

    private static List<String> faults(String name, String html) {
        List<String> faults = new ArrayList<>();
        for (Pattern pattern : List.of(INLINE, FOREIGN)) {
            pattern.matcher(html).results().forEach(hit -> faults.add(name + ": " + hit.group()));
        }
        return faults;
    }
}
