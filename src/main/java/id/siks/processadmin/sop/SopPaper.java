package id.siks.processadmin.sop;

import id.siks.area.AreaCode;
import id.siks.casework.Moments;
import id.siks.identity.Actors;
import id.siks.platform.diagram.DrawnProcess;
import id.siks.platform.diagram.PaperPicture;
import id.siks.platform.paper.Drawing;
import id.siks.platform.paper.Paper;
import id.siks.processadmin.release.Release;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Prints a procedure as PDF, always in Indonesian: it hangs on the wall of an office. */
@Component
class SopPaper {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final ITemplateEngine templates;
    private final Sops sops;
    private final Actors actors;
    private final Moments moments;

    SopPaper(ITemplateEngine templates, Sops sops, Actors actors, Moments moments) {
        this.templates = templates;
        this.sops = sops;
        this.actors = actors;
        this.moments = moments;
    }

    byte[] print(Release release) {
        Locale asked = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(INDONESIAN);
        try {
            Sop sop = sops.of(release);
            List<Drawing> sheets = SopSheets.of(PaperPicture.of(new DrawnProcess(release.content())), 1);
            Context model = new Context(INDONESIAN);
            model.setVariable("sop", sop);
            model.setVariable("parts", sheets.size() - 1);
            model.setVariable("releasedBy", sop.releasedBy() == null ? null : actors.nameOf(sop.releasedBy()));
            model.setVariable("proposed", moments.day(sop.proposedAt(), AreaCode.CAPITAL));
            model.setVariable("released", moments.day(sop.releasedAt(), AreaCode.CAPITAL));
            model.setVariable("effective", moments.full(sop.effectiveAt(), AreaCode.CAPITAL));
            return Paper.print(templates.process("processadmin/sop-paper", model), sheets);
        } finally {
            LocaleContextHolder.setLocale(asked);
        }
    }
}
