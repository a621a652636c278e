package id.siks.processadmin.check;

import static id.siks.processadmin.check.Rule.*;

import java.util.List;
import java.util.stream.Stream;

/** Forms nobody may upload: with code, or whose task could not be done any more, or with answers its handler cannot read. */
final class HostileForms {

    private static final String FIELDS = "\"components\": [";

    private HostileForms() {}

    static List<Hostile> all() {
        return Stream.of(
                        file(),
                        answers(),
                        hidden(),
                        repeated(),
                        decision(),
                        visit(),
                        decree(),
                        meeting(),
                        assignment(),
                        signature())
                .flatMap(changes -> changes.all().stream())
                .toList();
    }

    private static Hostile.Changes file() {
        String field = "\"key\": \"signature\",";
        String label = "\"label\": \"Keputusan kepala desa/lurah\"";
        return Hostile.of(ModelKind.FORM, "proposal", "sign-meeting")
                .content(FILE_BROKEN, "truncated", "{\"id\": \"sign-meeting\", \"components\": [")
                .content(
                        FILE_BROKEN, "two of one name", "{\"id\": \"a\", \"id\": \"sign-meeting\", \"components\": []}")
                .content(FILE_BROKEN, "something behind it", "{\"id\": \"sign-meeting\", \"components\": []} {}")
                .content(
                        FILE_BROKEN,
                        "a thousand deep",
                        "{\"id\": \"sign-meeting\", \"components\": " + "[".repeat(1000) + "]".repeat(1000) + "}")
                .content(FILE_WRONG_ROOT, "a list", "[]")
                .content(FILE_TOO_LARGE, "10 MB", "{\"id\": \"" + "x".repeat(10_000_000) + "\"}")
                .change(
                        FILE_CONTROL_CHARACTER,
                        "nothing, as an escape",
                        label,
                        label.replace("kepala", "kepala\\u0000"))
                .change(FILE_CONTROL_CHARACTER, "a turn, as an escape", label, label.replace("kepala", "\\u202Ekepala"))
                .change(FILE_CONTROL_CHARACTER, "half a letter", label, label.replace("kepala", "\\uD83Dkepala"))
                .change(
                        FILE_CONTROL_CHARACTER,
                        "a turn in a name of a property",
                        "\"properties\": {",
                        "\"properties\": {\"label\\u061C\": \"x\",")
                .change(FORM_OTHER_NAME, "another name", "\"id\": \"sign-meeting\"", "\"id\": \"other\"")
                .change(FORM_TYPE_NOT_ALLOWED, "markup component", "\"type\": \"radio\"", "\"type\": \"html\"")
                .change(
                        FORM_TYPE_NOT_ALLOWED,
                        "expression component",
                        "\"type\": \"radio\"",
                        "\"type\": \"expression\"")
                .behind(FORM_PROPERTY_NOT_ALLOWED, "expression for the values", field, "\"valuesExpression\": \"=x\",")
                .behind(FORM_PROPERTY_NOT_ALLOWED, "default value", field, "\"defaultValue\": \"x\",")
                .behind(FORM_PROPERTY_NOT_ALLOWED, "read-only by expression", field, "\"readonly\": \"=x\",")
                .change(
                        FORM_PROPERTY_NOT_ALLOWED,
                        "own validation",
                        "\"validate\": {",
                        "\"validate\": {\"custom\": \"x\",")
                .change(
                        FORM_PROPERTY_NOT_ALLOWED,
                        "prototype",
                        "\"properties\": {",
                        "\"properties\": {\"__proto__\": \"x\",")
                .change(FORM_PROPERTY_NOT_ALLOWED, "an object for a label", label, "\"label\": {\"x\": 1}")
                .change(FORM_EXPRESSION_NOT_ALLOWED, "expression for a label", label, "\"label\": \"=now()\"")
                .change(FORM_EXPRESSION_NOT_ALLOWED, "the engine's expression", label, "\"label\": \"${x}\"")
                .change(
                        FORM_EXPRESSION_NOT_ALLOWED,
                        "condition without its sign",
                        "\"=signature != \\\"sendBack\\\"\"",
                        "\"true\"")
                .change(
                        FEEL_NOT_ALLOWED,
                        "loop in a condition",
                        "=signature != \\\"sendBack\\\"",
                        "=for i in 1..99999999 return i")
                .change(
                        FEEL_NOT_ALLOWED,
                        "power in a condition",
                        "=signature != \\\"sendBack\\\"",
                        "=10 ** 999999999 > 1")
                .change(FORM_MARKUP, "script", label, "\"label\": \"<script>alert(1)</script>\"")
                .change(FORM_MARKUP, "image", label, "\"label\": \"<img src=x onerror=alert(1)>\"")
                .change(FORM_MARKUP, "link", label, "\"label\": \"[di sini](javascript:alert(1))\"")
                .change(FORM_MARKUP, "template", label, "\"label\": \"{{ x }}\"")
                .change(
                        FORM_PATTERN,
                        "slow pattern",
                        "\"maxLength\": 1000",
                        "\"maxLength\": 1000, \"pattern\": \"(a+)+$\"")
                .change(FORM_NOT_USABLE, "key with a dash", field, "\"key\": \"a-b\",")
                .change(FORM_NOT_USABLE, "key twice", "\"key\": \"reasonText\"", "\"key\": \"signature\"")
                .behind(
                        FILE_TOO_MANY_NODES,
                        "5,000 fields",
                        "\"components\": [",
                        "{\"type\": \"text\", \"text\": \"x\"},".repeat(5000));
    }

    private static Hostile.Changes answers() {
        return Hostile.of(ModelKind.FORM, "proposal", "sign-meeting")
                .change(FORM_FIELD_MISSING, "no longer asked", "\"key\": \"signature\"", "\"key\": \"signatures\"")
                .change(FORM_FIELD_MISSING, "no longer required", "\"required\": true", "\"required\": false")
                .change(FORM_OPTION_VALUE, "a blank behind it", "\"value\": \"sendBack\"", "\"value\": \"sendBack \"")
                .change(FORM_OPTION_UNKNOWN, "another answer", "\"value\": \"sendBack\"", "\"value\": \"postpone\"");
    }

    private static Hostile.Changes hidden() {
        String last = "\"=decision != \\\"pass-on\\\"\"\n      }\n    }\n  ]";
        return Hostile.of(ModelKind.FORM, "finalization", "check-integrity")
                .change(
                        FORM_FIELD_HIDDEN,
                        "a group around everything is hidden",
                        FIELDS,
                        FIELDS + "{\"type\": \"group\", \"label\": \"x\", \"conditional\": {\"hide\": \"=true\"}, "
                                + FIELDS,
                        last,
                        last + "}]")
                .change(
                        FORM_FIELD_HIDDEN,
                        "what is declared depends on something else",
                        "\"=decision != \\\"pass-on\\\"\"",
                        "\"=decision = \\\"pass-on\\\"\"");
    }

    private static Hostile.Changes repeated() {
        return Hostile.of(ModelKind.FORM, "proposal", "record-meeting")
                .change(FORM_FIELD_HIDDEN, "asked once for all", "\"each\": \"families\"", "\"all\": \"families\"")
                .change(
                        FORM_FIELD_HIDDEN,
                        "a condition instead of a list",
                        "\"each\": \"families\"\n      },",
                        "\"all\": \"families\"\n      }, \"conditional\": {\"hide\": \"=families\"},");
    }

    private static Hostile.Changes decision() {
        String field = "\"key\": \"decision\",";
        return Hostile.of(ModelKind.FORM, "proposal", "decide-proposal")
                .behind(FORM_FIELD_HIDDEN, "the decision is hidden", field, "\"conditional\": {\"hide\": \"=true\"},")
                .change(
                        FORM_FIELD_HIDDEN,
                        "no reason is ever asked for",
                        "\"hide\": \"=decision != \\\"return\\\" and decision != \\\"reject\\\"\"",
                        "\"hide\": \"=decision != \\\"never\\\"\"")
                .behind(FORM_KEY_GIVEN, "the advice is an answer", FIELDS, text("againstAdvice") + ",");
    }

    private static Hostile.Changes visit() {
        return Hostile.of(ModelKind.FORM, "fieldcheck", "record-visit")
                .change(
                        FORM_FIELD_LOOSER,
                        "a time of any shape",
                        "\"pattern\": \"([01]\\\\d|2[0-3])[:.][0-5]\\\\d\"",
                        "\"maxLength\": 5")
                .change(
                        FORM_FIELD_LOOSER,
                        "half a metre",
                        "\"label\": \"Ketelitian (meter)\",\n      \"decimalDigits\": 0,",
                        "\"label\": \"Ketelitian (meter)\",")
                .change(FORM_FIELD_LOOSER, "a point at sea", "\"max\": 6.1", "\"max\": 61")
                .change(FORM_FIELD_LOOSER, "a point far south", "\"min\": -11.1,", "")
                .change(FORM_FIELD_LOOSER, "a visit tomorrow", "\"days\": \"not-future\"", "\"when\": \"not-future\"")
                .behind(FORM_KEY_GIVEN, "the signs are an answer", FIELDS, text("claimedSigns") + ",")
                .behind(
                        FORM_LIST_UNKNOWN,
                        "a choice from words",
                        FIELDS,
                        "{\"type\": \"select\", \"key\": \"other\", \"label\": \"x\", \"valuesKey\": \"claimedSigns\"},")
                .behind(
                        FORM_LIST_UNKNOWN,
                        "a group for each of a list of choices",
                        FIELDS,
                        "{\"type\": \"group\", \"label\": \"x\", \"properties\": {\"each\": \"otherSignOptions\"}, "
                                + FIELDS + text("more") + "]},");
    }

    private static Hostile.Changes decree() {
        return Hostile.of(ModelKind.FORM, "finalization", "determine-batch")
                .change(
                        FORM_FIELD_LOOSER,
                        "a month of any shape",
                        "\"pattern\": \"20[0-9]{2}-(0[1-9]|1[0-2])\"",
                        "\"maxLength\": 7");
    }

    private static Hostile.Changes meeting() {
        String fewest = "\"min\": 1,";
        return Hostile.of(ModelKind.FORM, "proposal", "record-meeting")
                .change(FORM_FIELD_LOOSER, "a longer place", "\"maxLength\": 200", "\"maxLength\": 201")
                .change(FORM_LIMITS_CLASH, "less than the least", fewest, "\"min\": 999999999,")
                .change(FORM_NOT_USABLE, "a number that fills the memory", fewest, "\"min\": \"1e999999999\",")
                .change(FORM_NOT_USABLE, "a number that is none", fewest, "\"min\": \"few\",")
                .change(FORM_NOT_USABLE, "no label", "\"label\": \"Tempat\",", "");
    }

    private static Hostile.Changes assignment() {
        return Hostile.of(ModelKind.FORM, "fieldcheck", "assign-visit")
                .change(
                        FORM_FIELD_LOOSER,
                        "a visit yesterday",
                        "\"disallowPassedDates\": true",
                        "\"disallowPassedDates\": false");
    }

    private static Hostile.Changes signature() {
        String longest = "\"maxLength\": 1000";
        String pattern = longest + ", \"pattern\": \"%s\"";
        return Hostile.of(ModelKind.FORM, "proposal", "sign-meeting")
                .change(FORM_FIELD_LOOSER, "one letter is enough", "\"minLength\": 10", "\"minLength\": 1")
                .change(FORM_NOT_USABLE, "a broken pattern", longest, pattern.formatted("a)"))
                .change(FORM_LIMITS_CLASH, "longer than it may be", "\"minLength\": 10", "\"minLength\": 1001")
                .change(
                        FORM_LIMITS_CLASH,
                        "a pattern for longer texts",
                        longest,
                        "\"maxLength\": 12, \"pattern\": \"[A-Z]{4}([0-9]{9}|x{10})\"")
                .change(FORM_PATTERN, "anything, often", longest, pattern.formatted(".*.*.*.*x"))
                .change(FORM_PATTERN, "two words of letters", longest, pattern.formatted("[a-z]+[a-z]+x"))
                .change(FORM_PATTERN, "one of them from a number on", longest, pattern.formatted("a*b(c|d)ea+"))
                .change(FORM_PATTERN, "brackets that are quoted", longest, pattern.formatted("\\\\Q[\\\\E.*.*]"))
                .change(FORM_PATTERN, "brackets in brackets", longest, pattern.formatted("[a[b]]*"))
                .change(FORM_PATTERN, "empty choices", longest, pattern.formatted(".*" + "(|)".repeat(40) + "x"));
    }

    private static String text(String key) {
        return "{\"type\": \"textfield\", \"key\": \"" + key + "\", \"label\": \"x\"}";
    }
}
