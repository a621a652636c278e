package id.siks.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Counts what each account asks of a door of ours, and what each client asks for it, so that one who asks without end leaves room
 * for the others (requirement 21). Scripts and pictures of the pages themselves are not counted, nor is what the access matrix turns
 * away (403) or what lies behind no door (404): both are answered before any work is done.
 */
@Configuration(proxyBeanMethods = false)
class CallLimit implements WebMvcConfigurer, HandlerInterceptor {

    private final Limits limits;

    CallLimit(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST && handler instanceof HandlerMethod) {
            AccountLogin.of(SecurityContextHolder.getContext().getAuthentication())
                    .ifPresent(login -> limits.use(Limit.CALL, login));
        }
        return true;
    }
}
