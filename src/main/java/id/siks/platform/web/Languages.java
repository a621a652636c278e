package id.siks.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Indonesian unless somebody asks for English; the choice is kept in a cookie. */
@Controller
class Languages {

    private final LocaleResolver locales;

    Languages(LocaleResolver locales) {
        this.locales = locales;
    }

    @PostMapping("/language")
    String choose(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        locales.setLocale(request, response, "en".equals(language) ? Locale.ENGLISH : MessageFiles.INDONESIAN);
        return "redirect:" + LocalPath.of(back);
    }

    @Configuration(proxyBeanMethods = false)
    static class Setup {

        @Bean
        LocaleResolver localeResolver() {
            CookieLocaleResolver cookie = new CookieLocaleResolver("siks-language") {
                @Override
                protected Locale parseLocaleValue(String value) {
                    return "en".equals(value) ? Locale.ENGLISH : MessageFiles.INDONESIAN;
                }
            };
            cookie.setDefaultLocale(MessageFiles.INDONESIAN);
            cookie.setCookieMaxAge(Duration.ofDays(365));
            cookie.setCookieHttpOnly(true);
            cookie.setCookieSameSite("Lax");
            return cookie;
        }
    }
}
