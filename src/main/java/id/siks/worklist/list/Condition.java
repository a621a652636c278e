package id.siks.worklist.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A condition in SQL with the values of its placeholders; parts are joined with {@code and}. */
final class Condition {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> args = new ArrayList<>();

    Condition and(String part, Object... values) {
        sql.append(sql.isEmpty() ? "" : " and ").append(part);
        args.addAll(Arrays.asList(values));
        return this;
    }

    Condition and(Condition part) {
        return and("(" + part.sql + ")", part.args.toArray());
    }

    Condition andNot(Condition part) {
        return and("not (" + part.sql + ")", part.args.toArray());
    }

    /** Any of the conditions; nothing when there is none. */
    static Condition any(List<Condition> parts) {
        Condition any = new Condition();
        for (Condition part : parts) {
            any.sql.append(any.sql.isEmpty() ? "(" : " or (").append(part.sql).append(')');
            any.args.addAll(part.args);
        }
        return any.sql.isEmpty() ? any.and("false") : any;
    }

    /** Itself, or what is always true when nothing was asked. */
    Condition orTrue() {
        return sql.isEmpty() ? and("true") : this;
    }

    String sql() {
        return sql.toString();
    }

    List<Object> args() {
        return args;
    }
}
