package id.siks.platform.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * Marks the class whose public methods the diagrams may call. A method takes the one parameter {@code DelegateExecution};
 * the diagram writes it without one: <code>${proposalTrunk.matchIdentity()}</code>. Nothing else can be reached from a
 * diagram (security requirements 3 and 4).
 */
@Documented
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProcessSteps {

    /** The name in the diagrams: the process id in camel case. */
    @AliasFor(annotation = Component.class, attribute = "value")
    String value();
}
