package id.siks.casework;

import id.siks.identity.Actor;
import id.siks.platform.forms.FormInput;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Handles one user task. Its file {@code forms/<room>/<task>.form} is rendered and checked by the worklist; the handler
 * shows what the person needs to know and does the deed. One class per user task, named as the task.
 */
public interface TaskForm {

    /** Id of the user task, for example {@code decide-proposal}. */
    String task();

    /** Template shown above the form, for example {@code proposal/decide-proposal}; its fragment is {@code context}. */
    String view();

    /** What that template needs, and nothing the actor may not see. */
    Map<String, Object> model(OpenTask task, Actor actor);

    /**
     * The families whose names the page shows, besides the one the case is about: who sees the page is written down for
     * each of them.
     *
     * @param model what {@link #model} answered for the page
     */
    default List<CaseRef> alsoNames(Map<String, Object> model) {
        return List.of();
    }

    /**
     * What the form starts with: values by key of its fields, and by other names what the form only refers to: lists of
     * maps with {@code value} and {@code label} behind a {@code valuesKey}, values its conditions ask for. What the page
     * shows beside the form and the person answers for stands under {@code FormSchema.SEEN}.
     */
    default Map<String, Object> initial(OpenTask task, Actor actor) {
        return Map.of();
    }

    /** Both for one page; who rests them on the same reads it once. */
    default Shown shown(OpenTask task, Actor actor) {
        // First, so that what changes meanwhile makes the page stale and is not answered for unseen.
        Map<String, Object> initial = initial(task, actor);
        return new Shown(model(task, actor), initial);
    }

    /**
     * Keys of the fields whose answers may be the same for many tasks at once; the other fields then stay empty. None
     * when each task needs a look of its own.
     */
    default Set<String> sameForMany() {
        return Set.of();
    }

    /**
     * Key of the sentence, with the moment as {0}, for somebody who comes when the task has gone by itself: what became
     * of it and that nothing is lost. Null says the usual.
     */
    default String gone() {
        return null;
    }

    /**
     * Key of the sentence for somebody whose role and area allow the task and who may not do this one: it is told before he
     * takes it or writes. Null when he may; {@link #complete} refuses him all the same.
     */
    default String barred(OpenTask task, Actor actor) {
        return null;
    }

    /**
     * Does the deed and completes the engine's task, in the caller's transaction. Role, area, assignee and form are
     * checked already; the handler checks the rules of its room and refuses with {@code InvalidInput}, {@code Refused} or
     * {@code Conflict}.
     */
    void complete(OpenTask task, FormInput input, Actor actor);

    /** What {@link #model} and {@link #initial} answer. */
    record Shown(Map<String, Object> model, Map<String, Object> initial) {}
}
