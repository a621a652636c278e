package id.siks.worklist.desk;

import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Where in the list somebody was last in this session: a deed leads him back there, with his tab, filters, order and page.
 * It comes from nowhere but the list, so no address from outside can be slipped in. Templates ask {@code @listPlace}.
 */
@Component
public class ListPlace {

    private static final String LIST = "/worklist";
    private static final String TASK = LIST + "/tasks/";
    private static final String PLACE = ListPlace.class.getName();

    /**
     * Remembers the place.
     *
     * @param href address of the list, as the list has read it
     * @param session the reader's, or null when he has none
     */
    public void keep(String href, HttpSession session) {
        if (session != null) {
            session.setAttribute(PLACE, href);
        }
    }

    /** Address of the list as the reader saw it last; the bare list when he has not. */
    public String href() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        Object place = request == null ? null : request.getAttribute(PLACE, RequestAttributes.SCOPE_SESSION);
        return place instanceof String href ? href : LIST;
    }

    /** The parameters of that address. */
    public Map<String, String> asked() {
        return UriComponentsBuilder.fromUriString(href())
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, value -> UriUtils.decode(value.getValue(), StandardCharsets.UTF_8)));
    }

    /** Address of a piece of work in it. */
    public static String task(String taskId) {
        return TASK + taskId;
    }

    /**
     * An address of the list, or of a piece of work in it, for whoever has just done that task, or nothing for null: the page
     * says so.
     */
    public static String done(String href, String taskId) {
        return taskId == null
                ? href
                : href + (href.contains("?") ? "&" : "?") + "done=" + URLEncoder.encode(taskId, StandardCharsets.UTF_8);
    }
}
