package id.siks.journeys;

import id.siks.OutsideSuite;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test in which people drive the running application with a real browser. All journeys share one application with the
 * small sample, its jobs running, and one browser; each test opens windows of its own through a {@link People} parameter.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag(OutsideSuite.TAG)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("journey")
@ExtendWith(BrowserExtension.class)
@interface Journey {}
