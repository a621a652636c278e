package id.siks.worklist.mail;

import id.siks.identity.Emails;
import id.siks.platform.mail.Letter;
import id.siks.worklist.notice.NoticePost;
import id.siks.worklist.notice.NoticeSettingRows;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Writes mails in the language of whom they are for. They say which case, which step, where down to the village and until
 * when, and lead to the page that says the rest to whoever signs in: nothing in them is personal.
 */
@Component
class MailWriter {

    /** Lines in one mail; the rest is counted. */
    static final int MOST = 40;

    private final Emails emails;
    private final NoticePost post;
    private final NoticeSettingRows settings;
    private final MailWords words;
    private final ITemplateEngine templates;

    MailWriter(Emails emails, NoticePost post, NoticeSettingRows settings, MailWords words, ITemplateEngine templates) {
        this.emails = emails;
        this.post = post;
        this.settings = settings;
        this.words = words;
        this.templates = templates;
    }

    /** The mail as it is to be sent now; empty when there is nothing to say or nobody to say it to. */
    Optional<Letter> write(Delivery mail) {
        Locale before = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(settings.of(mail.account()).locale());
        try {
            return switch (mail.kind()) {
                case CODE -> emails.renewCode(mail.account()).map(code -> code(mail, code));
                case NOTICES -> emails.of(mail.account()).flatMap(to -> news(mail, to));
            };
        } finally {
            LocaleContextHolder.setLocale(before);
        }
    }

    private Letter code(Delivery mail, Emails.Code code) {
        Sheet sheet = new Sheet(
                words.say("worklist.mail.code.subject"),
                words.say("worklist.mail.code.intro", code.digits()),
                List.of(),
                List.of(
                        words.say("worklist.mail.code.how", Emails.CODE_LASTS.toMinutes()),
                        words.say("worklist.mail.code.not-you")),
                settingsLink());
        return letter(mail, code.address(), sheet);
    }

    private Optional<Letter> news(Delivery mail, String to) {
        int all = post.count(mail.id());
        if (all == 0) {
            return Optional.empty();
        }
        List<MailWords.Part> parts = words.parts(post.in(mail.id(), MOST));
        Sheet sheet = new Sheet(
                all == 1 ? words.subject(parts.get(0)) : words.say("worklist.mail.subject.many", all),
                words.say("worklist.mail.intro", all),
                parts,
                all <= MOST ? List.of() : List.of(words.say("worklist.mail.more", all - MOST)),
                settingsLink());
        return Optional.of(letter(mail, to, sheet));
    }

    private Letter letter(Delivery mail, String to, Sheet sheet) {
        Locale language = LocaleContextHolder.getLocale();
        Context values = new Context(language);
        values.setVariable("sheet", sheet);
        String html = templates.process("worklist/mail", values);
        return new Letter(mail.messageId(), to, sheet.subject(), plain(sheet), html, language);
    }

    private String plain(Sheet sheet) {
        String parts = sheet.parts().stream().map(MailWriter::plain).collect(Collectors.joining("\n\n"));
        return Stream.of(
                        sheet.intro(),
                        parts,
                        String.join("\n", sheet.remarks()),
                        words.say("worklist.mail.settings") + "\n" + sheet.settings())
                .filter(block -> !block.isEmpty())
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String plain(MailWords.Part part) {
        return part.lines().stream()
                .map(line -> "- " + line.text() + "\n  " + line.link())
                .collect(Collectors.joining("\n", part.heading() + "\n", ""));
    }

    private String settingsLink() {
        return words.link("/worklist/notices/settings");
    }

    /**
     * What stands in a mail.
     *
     * @param parts what happened, by case
     * @param remarks sentences below
     * @param settings where the person says how he wants to be told
     */
    record Sheet(String subject, String intro, List<MailWords.Part> parts, List<String> remarks, String settings) {}
}
