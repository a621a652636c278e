package id.siks.worklist.tasks;

import id.siks.casework.CaseNoted;
import id.siks.casework.OpenTask;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.CardNumbers;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.Refused;
import id.siks.platform.engine.DrawnTasks.DrawnTask;
import id.siks.platform.engine.EngineTasks;
import id.siks.platform.forms.FormField;
import id.siks.platform.forms.FormField.Kind;
import id.siks.platform.forms.FormInput;
import id.siks.platform.forms.FormSchemas;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Does drawn tasks. What was answered stands in the timeline of the case; only one answer reaches the engine, as a routing
 * value: that of the field named as the task ({@code second-check}: {@code secondCheck}), when it is chosen from values of
 * the form's file. So no drawn task can give the answer of another one.
 */
@Component
class DrawnDesk {

    /** What the timeline says of a drawn task that is done. */
    static final String DONE = "drawn-task-done";

    private static final Set<Kind> ROUTING = Set.of(Kind.RADIO, Kind.SELECT, Kind.CHECKBOX);

    private final FormSchemas schemas;
    private final EarlierHands hands;
    private final LastDeeds deeds;
    private final EngineTasks engine;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    DrawnDesk(
            FormSchemas schemas,
            EarlierHands hands,
            LastDeeds deeds,
            EngineTasks engine,
            ApplicationEventPublisher events,
            BusinessTime time) {
        this.schemas = schemas;
        this.hands = hands;
        this.deeds = deeds;
        this.engine = engine;
        this.events = events;
        this.time = time;
    }

    /**
     * {@link Refused} when the role approves and the actor has had a hand in the case already (requirement 13), {@link
     * InvalidInput} when an answer holds the number of a person or a family card.
     */
    void complete(DrawnTask drawn, OpenTask task, FormInput input, Actor actor) {
        String barred = barred(task, actor);
        if (barred != null) {
            throw Refused.because(barred);
        }
        List<FormField> fields = schemas.of(task.key()).inputs();
        refuseCardNumbers(fields, input);
        events.publishEvent(new CaseNoted(
                List.of(task.caseRef()), DONE, actor.accountId(), words(drawn, fields, input), time.now()));
        engine.complete(task.id(), routing(drawn, fields, input));
    }

    /** Every line of it is read by all who follow the case; no room asks for a person's number here. */
    private static void refuseCardNumbers(List<FormField> fields, FormInput input) {
        List<FieldError> faults = fields.stream()
                .filter(field -> field.kind() == Kind.TEXTFIELD)
                .flatMap(field ->
                        CardNumbers.fault(field.key(), (String) input.values().get(field.key())).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    /** Key of the sentence for somebody who may not do the task, or null. */
    String barred(OpenTask task, Actor actor) {
        return hands.bar(task, actor) ? "worklist.drawn.error.own-work" : null;
    }

    /** What people last did in the case. */
    LastDeeds.Told told(OpenTask task) {
        return deeds.of(task);
    }

    /** A box that was not ticked is not sent by a page; for the gateway behind it that is a no. */
    static Map<String, Object> routing(DrawnTask drawn, List<FormField> fields, FormInput input) {
        return fields.stream()
                .filter(field -> field.key().equals(drawn.routingKey()))
                .filter(field -> ROUTING.contains(field.kind()) && field.valuesKey() == null)
                .filter(field -> field.kind() == Kind.CHECKBOX || input.values().containsKey(field.key()))
                .collect(Collectors.toMap(
                        FormField::key,
                        field -> field.kind() == Kind.CHECKBOX
                                ? input.yes(field.key())
                                : input.values().get(field.key())));
    }

    private static String words(DrawnTask drawn, List<FormField> fields, FormInput input) {
        return fields.stream()
                .filter(field -> input.values().containsKey(field.key()))
                .map(field -> field.labels().label() + ": "
                        + said(field, input.values().get(field.key())))
                .collect(Collectors.joining("; ", drawn.name() + ". ", ""));
    }

    private static String said(FormField field, Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "ya" : "tidak";
        }
        List<?> values = value instanceof List<?> list ? list : List.of(value);
        return values.stream().map(one -> label(field, one)).collect(Collectors.joining(", "));
    }

    private static String label(FormField field, Object value) {
        Optional<FormField.Option> option = field.options().stream()
                .filter(o -> o.value().equals(value.toString()))
                .findFirst();
        return option.map(FormField.Option::label).orElse(value.toString());
    }
}
