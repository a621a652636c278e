package id.siks.platform.web;

import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Looks at every text that comes in before a controller does: characters, length, composition. */
@Component
class InputGuard implements WebMvcConfigurer, HandlerInterceptor, HandlerMethodArgumentResolver {

    /** No single text of a form is longer than this, in characters. */
    static final int LONGEST = 10_000;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        List<FieldError> errors = faults(request);
        request.setAttribute(InputFaults.ATTRIBUTE, new InputFaults(errors));
        if (!errors.isEmpty() && handler instanceof HandlerMethod method && !asksForFaults(method)) {
            throw new InvalidInput(errors);
        }
        return true;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == InputFaults.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        return request.getAttribute(InputFaults.ATTRIBUTE, NativeWebRequest.SCOPE_REQUEST);
    }

    private boolean asksForFaults(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(this::supportsParameter);
    }

    private static List<FieldError> faults(HttpServletRequest request) {
        List<FieldError> errors = new ArrayList<>();
        raw(request).forEach((name, values) -> {
            if (CleanText.isForbidden(name)) {
                errors.add(FieldError.of(CleanText.of(name), "platform.error.characters"));
            }
            for (String value : values) {
                if (value.length() > LONGEST) {
                    errors.add(FieldError.of(CleanText.of(name), "platform.error.too-long", LONGEST));
                } else if (CleanText.isForbidden(value)) {
                    errors.add(FieldError.of(CleanText.of(name), "platform.error.characters"));
                }
            }
        });
        return errors;
    }

    /** The parameters as they were sent, below our own wrapper. */
    private static Map<String, String[]> raw(HttpServletRequest request) {
        Object sent = request.getAttribute(Cleaner.SENT);
        return sent instanceof HttpServletRequest untouched ? untouched.getParameterMap() : request.getParameterMap();
    }

    /** Lets everybody behind it see clean texts only. */
    @Component
    @Order(0)
    static class Cleaner extends OncePerRequestFilter {

        static final String SENT = Cleaner.class.getName() + ".sent";

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            request.setAttribute(SENT, request);
            chain.doFilter(new CleanRequest(request), response);
        }
    }

    private static final class CleanRequest extends HttpServletRequestWrapper {

        private Map<String, String[]> clean;

        CleanRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            if (clean == null) {
                Map<String, String[]> texts = new LinkedHashMap<>();
                super.getParameterMap()
                        .forEach((name, values) -> texts.put(
                                name, Arrays.stream(values).map(CleanText::of).toArray(String[]::new)));
                clean = Collections.unmodifiableMap(texts);
            }
            return clean;
        }

        @Override
        public String getParameter(String name) {
            String[] values = getParameterMap().get(name);
            return values == null || values.length == 0 ? null : values[0];
        }

        @Override
        public String[] getParameterValues(String name) {
            return getParameterMap().get(name);
        }

        @Override
        public java.util.Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }
    }
}
