package id.siks.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** What a page shows where a photo stands that cannot be read: a picture with a sentence (requirement 29). */
@Component
class GonePicture {

    private static final Logger LOG = LoggerFactory.getLogger(GonePicture.class);
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");
    private static final String DRAWN =
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240" role="img">
            <rect width="320" height="240" fill="#e9ecef"/>
            <g fill="#343a40" font-family="sans-serif" font-size="21" text-anchor="middle">
            <text x="160" y="115">%s</text><text x="160" y="145">%s</text>
            </g></svg>
            """;

    private final MessageSource messages;

    GonePicture(MessageSource messages) {
        this.messages = messages;
    }

    /** True when a page asks for a picture to show in itself. */
    static boolean isAskedFor(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return "image".equals(request.getHeader("Sec-Fetch-Dest")) || accept != null && accept.startsWith("image/");
    }

    ResponseEntity<Resource> instead(StoreDown down) {
        // A page asks for a dozen of them at once: where it broke is the same each time.
        LOG.error("A photo cannot be shown: {}: {}", down.getMessage(), String.valueOf(down.getCause()));
        byte[] drawn = DRAWN.formatted(words("evidence.gone.first"), words("evidence.gone.second"))
                .getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(SVG)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new ByteArrayResource(drawn));
    }

    private String words(String key) {
        return HtmlUtils.htmlEscape(messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}
