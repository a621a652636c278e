package id.siks.worklist.model;

import id.siks.identity.Actor;
import id.siks.platform.web.Unattended;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The line an open list listens at. */
@Controller
class NewsPages {

    private final WorkNews news;

    NewsPages(WorkNews news) {
        this.news = news;
    }

    /** No content tells the browser not to try again; its page polls then. */
    @Unattended
    @GetMapping(path = "/worklist/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> listen(HttpServletRequest request, Actor actor) {
        HttpSession session = request.getSession(false);
        return news.listen(actor, session == null ? "" : session.getId())
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
