package id.siks.proposal.web;

import id.siks.platform.FieldNames;
import id.siks.proposal.ProposalView;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what a field is called and where it is entered, for lists that lead to fields. */
@Component
class ProposalFields implements FieldNames {

    private static final Pattern MEMBER = Pattern.compile("members\\[(\\d+)]\\.?.*");
    private static final Pattern PHOTO = Pattern.compile("photos\\.([A-Z_]+)");

    private final MessageSource messages;

    ProposalFields(MessageSource messages) {
        this.messages = messages;
    }

    /** Last part of the address of the step on which {@code field} is entered. */
    public String step(String field) {
        return Step.of(field).path();
    }

    /** The field's label, for a member's field with the member's place before it. */
    @Override
    public String label(String field) {
        Matcher photo = PHOTO.matcher(field);
        if (photo.matches()) {
            return say("proposal.code.photo." + photo.group(1), field);
        }
        String label = say(FormView.label(field), field);
        Matcher member = MEMBER.matcher(field);
        return member.matches()
                ? say("proposal.page.member", field, Integer.parseInt(member.group(1)) + 1) + " – " + label
                : label;
    }

    /** The step to open: the first the reviewer named, else the first that lacks something. */
    public String first(ProposalView proposal, List<StepState> steps) {
        return steps.stream()
                .filter(step -> proposal.remarks().isEmpty() ? !step.done() : step.remarked())
                .findFirst()
                .map(StepState::path)
                .orElse(Step.REVIEW.path());
    }

    private String say(String key, String otherwise, Object... args) {
        return messages.getMessage(key, args, otherwise, LocaleContextHolder.getLocale());
    }
}
