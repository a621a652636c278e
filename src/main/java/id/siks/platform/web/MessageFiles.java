package id.siks.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the words of every room: each brings {@code messages/<room>.properties} and its English twin. */
@Configuration(proxyBeanMethods = false)
class MessageFiles {

    static final Locale INDONESIAN = Locale.forLanguageTag("id");

    @Bean
    MessageSource messageSource(ObjectProvider<LiveWords> live) throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(Arrays.stream(files)
                .map(Resource::getFilename)
                .filter(name -> !name.endsWith("_en.properties"))
                .map(name -> "messages/" + name.replace(".properties", ""))
                .sorted()
                .toArray(String[]::new));
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setParentMessageSource(new Live(live));
        return messages;
    }

    /** Asks for what no file has. */
    private static final class Live extends AbstractMessageSource {

        private final ObjectProvider<LiveWords> live;

        private Live(ObjectProvider<LiveWords> live) {
            this.live = live;
        }

        @Override
        protected String resolveCodeWithoutArguments(String code, Locale locale) {
            return live.stream()
                    .flatMap(words -> words.find(code).stream())
                    .findFirst()
                    .orElse(null);
        }

        @Override
        protected MessageFormat resolveCode(String code, Locale locale) {
            return null;
        }
    }
}
