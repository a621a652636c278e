package id.siks.processadmin.check;

import java.util.Locale;

/**
 * Every rule of the check. What each says, an example and a remedy: {@code src/docs/refusals.md}; the sentences are messages
 * {@code processadmin.check.<code>}.
 */
enum Rule {
    // The file
    FILE_TOO_LARGE,
    FILE_EMPTY,
    FILE_NOT_UTF8,
    FILE_CONTROL_CHARACTER,
    FILE_DOCTYPE,
    FILE_INSTRUCTION,
    FILE_INCLUDES,
    FILE_BROKEN,
    FILE_TOO_MANY_ELEMENTS,
    FILE_TOO_DEEP,
    FILE_WRONG_ROOT,
    FILE_TOO_MANY_NODES,
    FILE_TOO_MANY_FLOWS,
    FILE_NOT_BPMN,
    // What may stand in it
    ELEMENT_NOT_ALLOWED,
    ELEMENT_MISPLACED,
    ELEMENT_TWICE,
    ATTRIBUTE_NOT_ALLOWED,
    ATTRIBUTE_MISSING,
    FOREIGN_EXTENSION,
    TEXT_NOT_ALLOWED,
    VALUE_NOT_ALLOWED,
    EXPRESSION_NOT_ALLOWED,
    EXPRESSION_UNKNOWN_VARIABLE,
    VARIABLE_OTHER_KIND,
    STEP_UNKNOWN,
    STEP_MISPLACED,
    // Names
    ID_NOT_USABLE,
    ID_TWICE,
    REFERENCE_BROKEN,
    PROCESS_NOT_ONE,
    PROCESS_OTHER_NAME,
    HISTORY_WITHOUT_END,
    // Structure
    START_NOT_PLAIN,
    END_MISSING,
    NODE_UNREACHED,
    NODE_LEADS_NOWHERE,
    END_UNREACHABLE,
    FLOW_CROSSES_BORDER,
    GATEWAY_WITHOUT_DEFAULT,
    CONDITION_MISSING,
    CONDITION_MISPLACED,
    ANSWER_FORGOTTEN,
    ANSWER_NOT_ASKED,
    ANSWER_NOT_AN_OPTION,
    ANSWER_NOT_GIVEN,
    ANSWER_STILL_READ,
    EVENT_NOT_ALLOWED,
    EVENT_TWICE,
    ESCALATION_MISPLACED,
    LOOP_WITHOUT_WAIT,
    CALLS_ITSELF,
    CALLED_UNKNOWN,
    BRANCHES_TOO_MANY,
    BRANCHES_MULTIPLY,
    TIMER_NOT_USABLE,
    TIMER_TOO_SHORT,
    TIMER_START_NOT_CONSTANT,
    TASK_WITHOUT_STEP,
    // What the application knows
    TASK_UNKNOWN,
    FORM_UNKNOWN,
    ROLE_UNKNOWN,
    MESSAGE_UNKNOWN,
    DECISION_UNKNOWN,
    APPROVAL_WITHOUT_FIELD_CHECK,
    APPROVAL_WITHOUT_DECISION,
    APPROVAL_WITHOUT_STATION,
    // The picture
    PICTURE_MISSING,
    PICTURE_INCOMPLETE,
    // Deadlines
    DEADLINE_WITHOUT_RULE(Severity.WARNING),
    DEADLINE_WITHOUT_LADDER(Severity.WARNING),
    DEADLINE_WITHOUT_CALENDAR(Severity.WARNING),
    ROLE_WITHOUT_MEMBER(Severity.WARNING),
    ESCALATION_WITHOUT_MEMBER(Severity.WARNING),
    // Decision tables
    TABLE_MISSING,
    TABLE_LANGUAGE,
    TABLE_SHAPE,
    TABLE_UNKNOWN_INPUT,
    TABLE_OUTPUT_MISSING,
    TABLE_SKIPS_FIELD_CHECK,
    TABLE_INPUT_LACKING,
    TABLE_NEVER_ANSWERS,
    TABLE_READER_LACKS,
    TABLE_STILL_READ,
    FEEL_TOO_LONG,
    FEEL_NOT_ALLOWED,
    FEEL_RANGE,
    FEEL_BROKEN,
    // Forms
    FORM_OTHER_NAME,
    FORM_TYPE_NOT_ALLOWED,
    FORM_PROPERTY_NOT_ALLOWED,
    FORM_EXPRESSION_NOT_ALLOWED,
    FORM_MARKUP,
    FORM_PATTERN,
    FORM_NOT_USABLE,
    FORM_FIELD_MISSING,
    FORM_FIELD_HIDDEN,
    FORM_FIELD_LOOSER,
    FORM_OPTION_UNKNOWN,
    FORM_LIST_UNKNOWN,
    FORM_KEY_GIVEN,
    FORM_FIELD_UNREAD(Severity.WARNING);

    private final Severity severity;

    Rule() {
        this(Severity.REFUSED);
    }

    Rule(Severity severity) {
        this.severity = severity;
    }

    Severity severity() {
        return severity;
    }

    /** The code people and messages know it by: {@code file-too-large}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
