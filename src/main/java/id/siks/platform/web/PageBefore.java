package id.siks.platform.web;

import id.siks.platform.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A file above the limit is refused before anything of the request is read, so no page of a room can answer it. The page
 * it was chosen on is shown again and tells it beside the file: {@code fileErrors}, and {@code fileKind} when the address
 * names the kind.
 */
@Component
class PageBefore {

    private final AccessMatrix matrix;

    PageBefore(AccessMatrix matrix) {
        this.matrix = matrix;
    }

    /** The way back, when the problem is a file that is too large and the page before is one of ours. */
    Optional<ModelAndView> tell(Problem problem, HttpServletRequest request) {
        if (problem.status() != HttpStatus.PAYLOAD_TOO_LARGE) {
            return Optional.empty();
        }
        return of(request).map(path -> {
            FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
            flash.put("fileErrors", List.of(new FieldError("file", problem.reason())));
            flash.put("fileKind", kind(request));
            RedirectView back = new RedirectView(path);
            back.setStatusCode(HttpStatus.SEE_OTHER);
            return new ModelAndView(back);
        });
    }

    /** The page of ours that the request came from. */
    Optional<String> of(HttpServletRequest request) {
        return path(request.getHeader(HttpHeaders.REFERER));
    }

    /** Only the path counts, and only that of a page: whatever host the header names, the way leads to our own. */
    private Optional<String> path(String referer) {
        try {
            return Optional.ofNullable(referer)
                    .map(URI::create)
                    .map(URI::getPath)
                    .map(LocalPath::of)
                    .flatMap(this::page);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** A form that was refused once stands at the address it was sent to; its page lies one step above. */
    private Optional<String> page(String path) {
        return Stream.of(path, path.replaceFirst("/[^/]*$", ""))
                .filter(one -> one.length() > 1 && isPage(one))
                .findFirst();
    }

    /** What is only sent to may look like a page: {@code /register/search} is no {@code /register/{id}}. */
    private boolean isPage(String path) {
        Optional<AccessMatrix.Row> sent = matrix.row("POST", path);
        return matrix.row("GET", path)
                .filter(page -> sent.isEmpty() || page.isAsSpecificAs(sent.get()))
                .isPresent();
    }

    // Asking the request for a parameter would read the body that is too large.
    private static String kind(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                ? null
                : UriComponentsBuilder.newInstance()
                        .query(query)
                        .build()
                        .getQueryParams()
                        .getFirst("kind");
    }
}
