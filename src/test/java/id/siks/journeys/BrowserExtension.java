package id.siks.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import id.siks.platform.Preparation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Starts the machine's Chromium once for all journeys and hands every test its {@link People}. */
class BrowserExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);
    private static final Duration SAMPLE = Duration.ofMinutes(5);
    private static final List<String> SWITCHES = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == People.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ApplicationContext application = SpringExtension.getApplicationContext(context);
        Machine machine = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Machine.class, key -> new Machine(application), Machine.class);
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        // The small sample is made while the application already answers.
        assertThat(application.getBean(Preparation.class).awaitEnd(SAMPLE)).isTrue();
        People people = new People(machine.browser, "http://127.0.0.1:" + port, context.getDisplayName());
        context.getStore(NAMESPACE).put(People.class, people);
        return people;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        People people = context.getStore(NAMESPACE).remove(People.class, People.class);
        if (people != null) {
            people.leave(context.getExecutionException().isPresent());
        }
    }

    /**
     * The browser and the application it shows, both closed when all journeys are over. The engine's clock belongs to the
     * whole process: tests that move it behind them would set off the timers of an application that goes by its own.
     */
    private static final class Machine implements ExtensionContext.Store.CloseableResource {

        private final ApplicationContext application;
        private final Playwright playwright;
        private final Browser browser;

        private Machine(ApplicationContext application) {
            this.application = application;
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Chromium.find())
                            .setArgs(SWITCHES));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
            ((ConfigurableApplicationContext) application).close();
        }
    }
}
