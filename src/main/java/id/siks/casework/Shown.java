package id.siks.casework;

/**
 * What people see of a case, in SQL over its summary {@code s} and the group {@code g} it travels in, if any: whichever moved
 * last says it. Other rooms read the status from the view {@code shown_status}.
 */
final class Shown {

    static final String STATUS = "case when g.since > s.since then g.status else s.status end";
    static final String HOLDER = "case when g.since > s.since then g.holder else s.holder end";
    static final String SINCE = "greatest(g.since, s.since)";

    private Shown() {}
}
