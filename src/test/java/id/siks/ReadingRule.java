package id.siks;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.EntityManager;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Nothing changes state on GET (requirement 20): neither what answers it nor anything that is called from there, however deep
 * and behind whatever interface. Only what is written because somebody reads is passed over. What a statement says that
 * is asked for an answer ({@code insert … returning}) is not seen here; {@link DoorTests} listens to that.
 */
final class ReadingRule extends ArchCondition<JavaMethod> {

    /** Who looked at what or printed it, and that somebody asks too often, is written down although he only reads. */
    private static final Set<String> WRITTEN_BECAUSE_SOMEBODY_READS = Set.of(
            "id.siks.identity.AccessLog",
            "id.siks.identity.Alarms",
            "id.siks.identity.DailyUses",
            "id.siks.evidence.CertificateRows.printed");

    /** Tells the database how to go about a question, until the end of the transaction. */
    private static final Set<String> ASKED_IN_A_WAY = Set.of("id.siks.platform.engine.EngineLedger.after");

    private static final Pattern CHANGES = Pattern.compile("save.*|delete.*|insert.*|update.*|remove.*");
    private static final Pattern ENGINE_ONLY_TELLS =
            Pattern.compile("get.*|create.*Query|evaluate.*|createMigrationPlan");

    ReadingRule() {
        super("change nothing, nor does anything it calls");
    }

    /** Whatever answers a GET: by its own annotation, or because it answers everything. */
    static DescribedPredicate<JavaMethod> answersReading() {
        return DescribedPredicate.describe("answer GET", method -> {
            if (!method.isMetaAnnotatedWith(RequestMapping.class)) {
                return false;
            }
            RequestMethod[] methods = AnnotatedElementUtils.findMergedAnnotation(method.reflect(), RequestMapping.class)
                    .method();
            List<RequestMethod> asked = Arrays.asList(methods);
            return asked.isEmpty() || asked.contains(RequestMethod.GET) || asked.contains(RequestMethod.HEAD);
        });
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        if (opensToWrite(method)) {
            events.add(SimpleConditionEvent.violated(method, method.getFullName() + " opens a transaction to write"));
        }
        Map<JavaCodeUnit, JavaCodeUnit> calledFrom = new HashMap<>();
        Deque<JavaCodeUnit> toRead = new ArrayDeque<>(List.of(method));
        calledFrom.put(method, null);
        while (!toRead.isEmpty()) {
            JavaCodeUnit unit = toRead.poll();
            for (CodeUnitAccessTarget target : targets(unit)) {
                if (changes(target)) {
                    String says = "%s writes by %s, on the way %s"
                            .formatted(method.getFullName(), target.getFullName(), way(unit, calledFrom));
                    events.add(SimpleConditionEvent.violated(method, says));
                }
                for (JavaCodeUnit next : ours(target)) {
                    if (!calledFrom.containsKey(next)) {
                        calledFrom.put(next, unit);
                        toRead.add(next);
                    }
                }
            }
        }
    }

    private static boolean opensToWrite(JavaMethod method) {
        return method.tryGetAnnotationOfType(Transactional.class)
                .or(() -> method.getOwner().tryGetAnnotationOfType(Transactional.class))
                .map(transactional -> !transactional.readOnly())
                .orElse(false);
    }

    private static List<CodeUnitAccessTarget> targets(JavaCodeUnit unit) {
        return Stream.concat(
                        unit.getCallsFromSelf().stream().map(call -> (CodeUnitAccessTarget) call.getTarget()),
                        unit.getCodeUnitReferencesFromSelf().stream()
                                .map(reference -> (CodeUnitAccessTarget) reference.getTarget()))
                .toList();
    }

    private static boolean changes(CodeUnitAccessTarget target) {
        JavaClass owner = target.getOwner();
        String name = target.getName();
        if (owner.isAssignableTo(JdbcClient.StatementSpec.class)) {
            return name.equals("update");
        }
        if (owner.isAssignableTo(JdbcOperations.class)) {
            return name.matches("update|batchUpdate|execute");
        }
        if (owner.isAssignableTo(EntityManager.class)) {
            return name.matches("persist|merge|remove");
        }
        if (owner.isAssignableTo(Repository.class)) {
            return CHANGES.matcher(name).matches();
        }
        if (owner.isAssignableTo(ApplicationEventPublisher.class)) {
            return name.equals("publishEvent");
        }
        return owner.getPackageName().equals("org.camunda.bpm.engine")
                && owner.getSimpleName().endsWith("Service")
                && !ENGINE_ONLY_TELLS.matcher(name).matches();
    }

    /** What of ours may be called there: the method itself and whatever stands in for it. */
    private static List<JavaCodeUnit> ours(CodeUnitAccessTarget target) {
        if (!isOurs(target.getOwner())) {
            return List.of();
        }
        List<JavaCodeUnit> called = new ArrayList<>();
        Optional<? extends JavaCodeUnit> named =
                target.resolveMember().filter(JavaCodeUnit.class::isInstance).map(JavaCodeUnit.class::cast);
        named.ifPresent(called::add);
        String[] shape =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        target.getOwner().getAllSubclasses().stream()
                .flatMap(heir -> heir.tryGetMethod(target.getName(), shape).stream())
                .forEach(called::add);
        return called.stream()
                .filter(unit -> isOurs(unit.getOwner()))
                .filter(unit -> !isPassedOver(unit))
                .toList();
    }

    private static boolean isPassedOver(JavaCodeUnit unit) {
        String owner = unit.getOwner().getName();
        String name = owner + "." + unit.getName();
        return WRITTEN_BECAUSE_SOMEBODY_READS.contains(owner)
                || WRITTEN_BECAUSE_SOMEBODY_READS.contains(name)
                || ASKED_IN_A_WAY.contains(name);
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("id.siks")
                || type.getPackageName().startsWith("wrong.");
    }

    private static String way(JavaCodeUnit unit, Map<JavaCodeUnit, JavaCodeUnit> calledFrom) {
        List<String> way = new ArrayList<>();
        for (JavaCodeUnit at = unit; at != null; at = calledFrom.get(at)) {
            way.add(0, at.getOwner().getSimpleName() + "." + at.getName());
        }
        return String.join(" > ", way);
    }
}
