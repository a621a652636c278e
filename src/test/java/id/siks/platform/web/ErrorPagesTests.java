package id.siks.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.handler;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.siks.EngineTest;
import id.siks.platform.Message;
import jakarta.servlet.RequestDispatcher;
import java.io.EOFException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** What is answered, and told in the log, when something goes wrong. */
@EngineTest
class ErrorPagesTests {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(ErrorPages.class);

    @Autowired
    ErrorPages pages;

    @Autowired
    MockMvc mvc;

    private final ListAppender<ILoggingEvent> told = new ListAppender<>();

    @BeforeEach
    void listen() {
        told.start();
        LOG.addAppender(told);
    }

    @AfterEach
    void listenNoMore() {
        LOG.detachAppender(told);
    }

    @Test
    void who_sends_without_a_session_is_told_to_sign_in_and_not_that_he_may_not() throws Exception {
        mvc.perform(post("/worklist/seen")).andExpect(status().isUnauthorized());

        assertThat(stale(401))
                .containsEntry("heading", "platform.problem.title.401")
                .containsEntry("reason", Message.of("platform.problem.unsent"));
    }

    @Test
    void who_signed_in_anew_since_the_page_was_opened_reads_that_the_page_is_old() throws Exception {
        mvc.perform(post("/worklist/seen").with(user("somebody"))).andExpect(status().isForbidden());

        assertThat(stale(403))
                .containsEntry("heading", "platform.problem.title.stale")
                .containsEntry("reason", Message.of("platform.problem.stale"));
    }

    private Map<String, Object> stale(int status) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.setAttribute(DoorKeeper.STALE_PAGE, true);
        return ((ModelAndView) pages.refused(request, new MockHttpServletResponse())).getModel();
    }

    static Stream<Exception> brokenOff() {
        return Stream.of(
                new ClientAbortException(new EOFException("Unexpected EOF read on the socket")),
                new MultipartException("upload", new ClientAbortException(new EOFException())),
                new AsyncRequestNotUsableException("download"));
    }

    @ParameterizedTest
    @MethodSource("brokenOff")
    void who_breaks_off_is_not_answered_and_nobody_is_alarmed(Exception thrown) throws Exception {
        door(thrown).perform(get("/door")).andExpect(content().string(""));
        door(thrown)
                .perform(get("/error").requestAttr(RequestDispatcher.ERROR_EXCEPTION, thrown))
                .andExpect(handler().methodName("refused"))
                .andExpect(content().string(""));

        assertThat(told.list).allSatisfy(one -> assertThat(one.getLevel()).isEqualTo(Level.DEBUG));
    }

    @Test
    void a_fault_is_answered_and_told() throws Exception {
        door(new IllegalStateException("inside"))
                .perform(get("/door").accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isInternalServerError());

        assertThat(told.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.ERROR);
    }

    private MockMvc door(Exception thrown) {
        return MockMvcBuilders.standaloneSetup(pages, new Door(() -> {
                    throw thrown;
                }))
                .setControllerAdvice(pages)
                .build();
    }

    @RestController
    record Door(Callable<String> behind) {

        @GetMapping("/door")
        String open() throws Exception {
            return behind.call();
        }
    }
}
