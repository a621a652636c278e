package id.siks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import id.siks.casework.TaskForm;
import id.siks.platform.engine.ProcessSteps;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/** How code is written in this house. */
final class CodeRules {

    static final ArchRule ENGINE_BEHIND_ITS_SEAM = noClasses()
            .that()
            .resideOutsideOfPackages("..process..", "..engine..", "id.siks.platform..", "id.siks.processadmin..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..")
            .because("the engine must be replaceable by its forks in few places");

    static final ArchRule ENTITIES_STAY_INSIDE =
            classes().that().areAnnotatedWith(Entity.class).should().notBePublic();

    static final ArchRule REPOSITORIES_STAY_INSIDE = classes()
            .that()
            .areAssignableTo(Repository.class)
            .or()
            .areAnnotatedWith(org.springframework.stereotype.Repository.class)
            .should()
            .notBePublic();

    static final ArchRule CONTROLLERS_STAY_INSIDE =
            classes().that().areMetaAnnotatedWith(Controller.class).should().notBePublic();

    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS =
            fields().should().notBeAnnotatedWith(Autowired.class).andShould().notBeAnnotatedWith(Value.class);

    // Sessions count real milliseconds on purpose: nobody stays signed in longer because a test moved the clock.
    static final ArchRule ONE_CLOCK = noClasses()
            .that()
            .doNotHaveSimpleName("BusinessTime")
            .should()
            .callMethodWhere(readsAClock())
            .orShould()
            .callConstructor(java.util.Date.class)
            .because("the sample and the tests move the house's own clock");

    static final ArchRule ENTITIES_HAVE_NO_SETTERS = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameNotMatching("set[A-Z].*")
            .because("an entity changes by named transitions that refuse wrong states");

    static final ArchRule NO_STANDARD_STREAMS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    static final ArchRule NOBODY_SLEEPS = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    static final ArchRule CONTROLLERS_ASK_SERVICES = noClasses()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Repository.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(JdbcOperations.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class);

    static final ArchRule READING_CHANGES_NOTHING =
            methods().that(ReadingRule.answersReading()).should(new ReadingRule());

    static final ArchRule STEPS_STAY_WITH_THE_PROCESS = classes()
            .that()
            .areAnnotatedWith(ProcessSteps.class)
            .should()
            .resideInAnyPackage("..process", "..engine")
            .andShould()
            .haveSimpleNameEndingWith("Steps")
            .andShould()
            .notBePublic();

    static final ArchRule TASKS_STAY_TOGETHER = classes()
            .that()
            .implement(TaskForm.class)
            .should()
            .resideInAPackage("..tasks")
            .andShould()
            .haveSimpleNameEndingWith("Form")
            .andShould()
            .notBePublic();

    private static final Set<String> CLOCKS = Set.of("now", "systemUTC", "systemDefaultZone");

    private CodeRules() {}

    private static DescribedPredicate<JavaCall<?>> readsAClock() {
        return DescribedPredicate.describe("reads a clock", call -> {
            JavaClass owner = call.getTargetOwner();
            boolean clock = owner.getPackageName().equals("java.time");
            return clock && CLOCKS.contains(call.getName());
        });
    }
}
