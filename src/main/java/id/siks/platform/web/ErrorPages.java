package id.siks.platform.web;

import id.siks.platform.Causes;
import id.siks.platform.FieldError;
import id.siks.platform.Message;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/** Answers whatever went wrong: a page, a fragment or problem+json, with an id and without anything of the inside. */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private static final String STALE = "platform.problem.stale";
    private static final String UNSENT = "platform.problem.unsent";

    private final MessageSource messages;
    private final PageBefore pageBefore;

    ErrorPages(MessageSource messages, PageBefore pageBefore) {
        this.messages = messages;
        this.pageBefore = pageBefore;
    }

    /** What a controller or anything behind it threw. */
    @ExceptionHandler(Exception.class)
    Object thrown(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) {
            throw thrown;
        }
        if (isLeft(thrown)) {
            return nothing();
        }
        Problem problem = Problems.of(thrown);
        if (thrown instanceof HttpRequestMethodNotSupportedException wrong && wrong.getSupportedHttpMethods() != null) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", List.of(wrong.getSupportedMethods())));
        }
        return answer(problem, thrown, request, response);
    }

    /** What the container or a filter refused before a controller saw it. */
    @RequestMapping("/error")
    Object refused(HttpServletRequest request, HttpServletResponse response) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown instanceof Exception e && isLeft(e)) {
            return nothing();
        }
        Problem problem = thrown instanceof Exception e
                ? Problems.of(e)
                : Problem.of(status instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND);
        if (request.getAttribute(DoorKeeper.STALE_PAGE) != null) {
            problem = stale(problem.status());
        }
        return answer(problem, thrown instanceof Exception e ? e : null, request, response);
    }

    /** Whoever sent, fetched or listened has broken it off: there is nobody to answer, and nobody did wrong. */
    private static boolean isLeft(Exception thrown) {
        boolean left = Causes.of(thrown)
                .anyMatch(e -> e instanceof ClientAbortException || e instanceof AsyncRequestNotUsableException);
        if (left) {
            LOG.debug("Nobody waits for the answer any more", thrown);
        }
        return left;
    }

    // Where it is null the framework looks for a page called as the address.
    private static ModelAndView nothing() {
        return new ModelAndView((model, request, response) -> {});
    }

    private Object answer(Problem problem, Exception thrown, HttpServletRequest request, HttpServletResponse response) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        note(id, problem, thrown);
        if (response.isCommitted()) {
            return nothing();
        }
        if (problem.retryAfter() != null) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfter().toSeconds()));
        }
        return switch (Wishes.of(request)) {
            case JSON -> json(problem, id);
            case FRAGMENT -> page("platform/error :: notice", problem, id);
            case PAGE -> pageBefore.tell(problem, request).orElseGet(() -> page("platform/error", problem, id));
        };
    }

    private static void note(String id, Problem problem, Exception thrown) {
        if (problem.status().is5xxServerError()) {
            LOG.error("Error {} answered with {}", id, problem.status().value(), thrown);
        } else {
            LOG.info(
                    "Error {} answered with {}: {}",
                    id,
                    problem.status().value(),
                    thrown == null ? "-" : thrown.getClass().getSimpleName());
        }
    }

    private static ModelAndView page(String view, Problem problem, String id) {
        Map<String, Object> model = Map.of(
                "heading", heading(problem),
                "status", problem.status().value(),
                "reason", problem.reason(),
                "errors", problem.errors(),
                "errorId", id);
        return new ModelAndView(view, model, problem.status());
    }

    /** What was sent came without the proof that the page was his: he signed in anew meanwhile, or is signed in no more. */
    private static Problem stale(HttpStatus status) {
        return Problem.of(status, Message.of(status == HttpStatus.UNAUTHORIZED ? UNSENT : STALE));
    }

    private static String heading(Problem problem) {
        return problem.reason().key().equals(STALE)
                ? "platform.problem.title.stale"
                : "platform.problem.title." + problem.status().value();
    }

    private ResponseEntity<ProblemDetail> json(Problem problem, String id) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(problem.status(), words(problem.reason()));
        detail.setProperty("id", id);
        if (!problem.errors().isEmpty()) {
            detail.setProperty(
                    "errors", problem.errors().stream().map(this::fieldError).toList());
        }
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private Map<String, String> fieldError(FieldError error) {
        return Map.of("field", error.field(), "message", words(error.message()));
    }

    private String words(Message message) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(message.key(), message.args().toArray(), message.key(), locale);
    }
}
