package id.siks.platform.forms;

import id.siks.platform.Message;

/** The file of a form the server cannot render and check. */
public final class UnusableForm extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String form;
    private final String component;
    private final transient Message reason;

    UnusableForm(String form, String component, Message reason) {
        super(form + ".form" + (component.isEmpty() ? "" : ", component \"" + component + "\"") + ": " + reason.key()
                + (reason.args().isEmpty() ? "" : " " + reason.args()));
        this.form = form;
        this.component = component;
        this.reason = reason;
    }

    /** The task it should belong to. */
    public String form() {
        return form;
    }

    /** Key of the component that is at fault, else its id or kind; empty when it is the whole form. */
    public String component() {
        return component;
    }

    /** What is wrong; keys {@code platform.form.unusable.…}. */
    public Message reason() {
        return reason;
    }
}
