package id.siks.processadmin.check;

import java.util.List;

/** The file cannot be read at all, or must not be read on. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rule rule;
    private final transient List<Object> args;

    Unreadable(Rule rule, Object... args) {
        super(rule.code());
        this.rule = rule;
        this.args = List.of(args);
    }

    void tell(Findings findings) {
        findings.add(rule, args.toArray());
    }
}
