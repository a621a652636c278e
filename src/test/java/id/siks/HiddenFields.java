package id.siks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** What a page keeps in the hidden fields of its forms. */
public final class HiddenFields {

    private HiddenFields() {}

    /** The value of the first field of that name, which is on the page. */
    public static String of(String page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(field.find()).as(name + " on the page").isTrue();
        return HtmlUtils.htmlUnescape(field.group(1));
    }
}
