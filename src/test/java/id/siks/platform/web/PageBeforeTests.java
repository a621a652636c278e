package id.siks.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** A file above the limit is told on the page it was chosen on, and nowhere else. */
class PageBeforeTests {

    private final PageBefore pageBefore = new PageBefore(new AccessMatrix(List.of(
            "GET,/proposal/{ref}/photos,*",
            "POST,/proposal/{ref}/photos,*",
            "GET,/worklist/tasks/{taskId},*",
            "POST,/worklist/tasks/{taskId}/complete,*",
            "GET,/register,*",
            "GET,/register/{id},*",
            "POST,/register/search,*")));

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/proposal/USL-1804-26-000001/photos?x=1#y, /proposal/USL-1804-26-000001/photos",
        "http://127.0.0.1:8080/worklist/tasks/4711/complete, /worklist/tasks/4711",
        "http://127.0.0.1:8080/register/search, /register",
        "https://evil.example/worklist/tasks/4711, /worklist/tasks/4711"
    })
    void theWayLeadsBackToThePage(String referer, String page) {
        MockHttpServletRequest request = request(referer);
        ModelAndView back = pageBefore.tell(Problem.of(413), request).orElseThrow();
        assertThat(((RedirectView) back.getView()).getUrl()).isEqualTo(page);
        Map<String, Object> flash = (FlashMap) request.getAttribute(DispatcherServlet.OUTPUT_FLASH_MAP_ATTRIBUTE);
        assertThat(flash).containsKey("fileErrors").containsEntry("fileKind", "HOUSE_FRONT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://127.0.0.1:8080/", "http://127.0.0.1:8080/nowhere/at/all", "http://[", "//x"})
    void whoComesFromNoPageOfOursGetsTheGeneralAnswer(String referer) {
        assertThat(pageBefore.tell(Problem.of(413), request(referer))).isEmpty();
    }

    @Test
    void otherProblemsStayWhatTheyAre() {
        assertThat(pageBefore.tell(Problem.of(422), request("http://127.0.0.1:8080/worklist/tasks/4711")))
                .isEmpty();
    }

    private static MockHttpServletRequest request(String referer) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/proposal/USL-1804-26-000001/photos");
        request.addHeader("Referer", referer);
        request.setQueryString("kind=HOUSE_FRONT");
        request.setAttribute(DispatcherServlet.OUTPUT_FLASH_MAP_ATTRIBUTE, new FlashMap());
        return request;
    }
}
