package id.siks.worklist.notice;

import id.siks.identity.Actor;
import id.siks.platform.Page;
import id.siks.platform.web.Unattended;
import id.siks.worklist.notice.NoticeBook.Line;
import id.siks.worklist.row.WorkRows;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Where one finds everything one was told. Reading marks nothing by itself: the page says what was before one's eyes. */
@Controller
@RequestMapping(NoticePages.HERE)
class NoticePages {

    static final String HERE = "/worklist/notices";
    private static final int MOST_SEEN = 100;
    private static final int DIGITS = 18;

    private final FreshNotices fresh;
    private final NoticeBook book;
    private final WorkRows rows;

    NoticePages(FreshNotices fresh, NoticeBook book, WorkRows rows) {
        this.fresh = fresh;
        this.book = book;
        this.rows = rows;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String before, Actor actor, Model model) {
        BookPlace place = BookPlace.of(before);
        Page<Line> page = book.page(actor, place);
        model.addAttribute("before", place.text());
        model.addAttribute("next", page.next());
        return show(page.items(), actor, model);
    }

    @GetMapping("/{notice}")
    String one(@PathVariable long notice, Actor actor, Model model) {
        model.addAttribute("alone", true);
        return show(List.of(book.line(actor, notice)), actor, model);
    }

    /** What the list tells as one with a notice. */
    @GetMapping("/{notice}/alike")
    String alike(@PathVariable long notice, @RequestParam(defaultValue = "") String before, Actor actor, Model model) {
        BookPlace place = BookPlace.of(before);
        Page<Line> page = book.alike(actor, notice, place.before());
        model.addAttribute("alike", notice);
        model.addAttribute("unread", book.unread(actor, notice));
        model.addAttribute("before", place.text());
        model.addAttribute("next", page.next());
        return show(page.items(), actor, model);
    }

    /** Those that a page told as one with a notice when it was made. */
    @PostMapping("/{notice}/alike/read")
    String readAlike(@PathVariable long notice, @RequestParam List<Long> those, Back back, Actor actor) {
        book.line(actor, notice);
        fresh.putAway(actor, few(those));
        return back.redirect();
    }

    /** The page had these before somebody's eyes. */
    @Unattended
    @PostMapping("/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(@RequestParam(name = "notice", required = false) List<String> seen, Actor actor) {
        List<String> sent = seen == null ? List.of() : seen;
        book.seen(
                actor,
                sent.stream()
                        .filter(NoticePages::isNumber)
                        .limit(MOST_SEEN)
                        .map(Long::valueOf)
                        .toList());
    }

    @PostMapping("/{notice}/read")
    String read(@PathVariable long notice, Back back, Actor actor) {
        book.read(actor, notice);
        return back.redirect();
    }

    @PostMapping("/put-away")
    String putAway(@RequestParam List<Long> those, Actor actor) {
        fresh.putAway(actor, few(those));
        return "redirect:/";
    }

    private String show(List<Line> lines, Actor actor, Model model) {
        model.addAttribute("lines", lines);
        model.addAttribute("place", actor.home());
        model.addAttribute(
                "names", rows.namesOf(lines.stream().map(line -> line.notice().by())));
        return "worklist/notices";
    }

    private static List<Long> few(List<Long> those) {
        return those.stream().limit(Alike.LOOKED_AT).toList();
    }

    private static boolean isNumber(String text) {
        return text.length() <= DIGITS && text.matches("\\d+");
    }

    /**
     * The page a form stood on.
     *
     * @param alike number of the notice when it was one of {@link #alike}, else null
     * @param before where that page began, or null
     */
    record Back(String alike, String before) {

        String redirect() {
            String page = alike != null && isNumber(alike) ? HERE + "/" + alike + "/alike" : HERE;
            String place = before == null ? null : BookPlace.of(before).text();
            return "redirect:" + page + (place == null ? "" : "?before=" + place);
        }
    }
}
