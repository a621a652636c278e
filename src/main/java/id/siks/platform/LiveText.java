package id.siks.platform;

import java.util.regex.Pattern;

/**
 * Texts that a spreadsheet program does not leave as they are: it calculates them, or takes them for a number, a day, a time
 * or a truth and writes that its own way. Programs differ, and so do the languages they run in; what one of them changes is
 * enough, and where it is not sure a text counts as changed.
 */
final class LiveText {

    // Programs overlook blanks before a formula, and some of them know its signs in full width.
    private static final String BLANK = "\\s\\p{Z}\\p{Cf}";
    private static final String FORMULA = "[" + BLANK + "]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*|[\\t\\r\\n].*";

    // The only digits that stay: not so many that the last are lost, and no zero in front that would be.
    private static final Pattern PLAIN = Pattern.compile("0|[1-9][0-9]{0,14}");

    private static final String MONTH = "jan(?:uar[iy])?|feb(?:ruar[iy])?|mar(?:et|ch)?|apr(?:il)?|mei|may|jun[ie]?"
            + "|jul[iy]?|agu(?:stus|st)?|agt|ags|aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|no[vp](?:ember)?"
            + "|de[sc](?:ember)?";
    private static final String WEEKDAY =
            "(?:sen|sel|rab|kam|jum|sab|min|mon|tue|wed|thu|fri|sat|sun)\\p{L}*|ahad|jum['\u2019]at";

    // What numbers, days and times are made of: in Indonesian a point parts thousands and hours, too.
    private static final String SIGNS = "[\\p{Nd}" + BLANK + ".,:/%()+\\-\u2212'\u2019\\p{Sc}]++";
    private static final String POWER = "(?<=[\\p{Nd}.,])e(?=[+-]?\\p{Nd})";
    private static final String HALF_OF_DAY = "(?<=[\\p{Nd}" + BLANK + "])[ap]\\.?m|(?<=[" + BLANK + "])[ap]";
    // Takes each piece and never tries it otherwise: a cell may be long.
    private static final String NUMBER =
            "(?=.*\\p{Nd})(?:" + String.join("|", SIGNS, POWER, MONTH, HALF_OF_DAY, "rp") + ")++";
    private static final String WITH_WEEKDAY = "(?:" + WEEKDAY + "),?[" + BLANK + "]++(?!\\p{Nd}+$)" + NUMBER;
    private static final String ISO = "\\p{Nd}{4}-\\p{Nd}{2}-\\p{Nd}{2}t[\\p{Nd}:.,+-]+z?";
    private static final String TRUTH = "[" + BLANK + "]*(?:true|false|benar|salah)[" + BLANK + "]*";

    private static final Pattern CHANGED = Pattern.compile(
            String.join("|", FORMULA, NUMBER, WITH_WEEKDAY, ISO, TRUTH),
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private LiveText() {}

    /** True when some program changes it. */
    static boolean is(String text) {
        return CHANGED.matcher(text).matches() && !PLAIN.matcher(text).matches();
    }
}
