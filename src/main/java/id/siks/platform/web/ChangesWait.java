package id.siks.platform.web;

import id.siks.platform.Conflict;
import id.siks.platform.Preparation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets whoever changes something wait until nothing is being prepared. Doors open to everybody, such as the log-in, change
 * no business and wait for nothing.
 */
@Component
class ChangesWait implements WebMvcConfigurer, HandlerInterceptor {

    /** Longer than most preparations and shorter than browsers wait. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Preparation preparation;
    private final AccessMatrix matrix;
    private final Duration patience;

    @Autowired
    ChangesWait(Preparation preparation, AccessMatrix matrix) {
        this(preparation, matrix, PATIENCE);
    }

    ChangesWait(Preparation preparation, AccessMatrix matrix, Duration patience) {
        this.preparation = preparation;
        this.matrix = matrix;
        this.patience = patience;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!READING.contains(request.getMethod()) && !isPublic(request) && !preparation.awaitEnd(patience)) {
            throw Conflict.because("platform.problem.preparing");
        }
        return true;
    }

    private boolean isPublic(HttpServletRequest request) {
        return matrix.row(request.getMethod(), Paths.of(request))
                .filter(AccessMatrix.Row::isPublic)
                .isPresent();
    }
}
