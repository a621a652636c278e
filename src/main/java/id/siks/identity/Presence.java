package id.siks.identity;

import id.siks.platform.web.Unattended;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Notes in a session when its owner was last there: at every request but those that open pages send by themselves, which would
 * keep it for whoever comes by later (requirement 19).
 */
@Configuration(proxyBeanMethods = false)
class Presence implements WebMvcConfigurer, HandlerInterceptor {

    Presence() {}

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        HttpSession session = request.getSession(false);
        if (session != null
                && request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && !method.hasMethodAnnotation(Unattended.class)) {
            SessionAge.somebodyIsThere(session);
        }
        return true;
    }
}
