package id.siks.finalization.web;

import id.siks.area.Areas;
import id.siks.casework.BatchMember;
import id.siks.casework.BatchMember.ListLine;
import id.siks.casework.CaseRef;
import id.siks.finalization.PeriodView;
import id.siks.finalization.model.BatchReads;
import id.siks.finalization.model.BatchReads.ItemLine;
import id.siks.identity.Actor;
import id.siks.identity.Exports;
import id.siks.platform.Csv;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The list of names by address (BNBA) as a file. No cell of it does anything in a spreadsheet program. */
@Component
class NameList {

    private static final int AT_ONCE = 500;

    private final BatchReads reads;
    private final ObjectProvider<BatchMember> members;
    private final Exports exports;
    private final Areas areas;
    private final MessageSource messages;

    NameList(
            BatchReads reads,
            ObjectProvider<BatchMember> members,
            Exports exports,
            Areas areas,
            MessageSource messages) {
        this.reads = reads;
        this.members = members;
        this.exports = exports;
        this.areas = areas;
        this.messages = messages;
    }

    /**
     * The lines of a period within {@code scopes}, with a head line; that {@code actor} takes them home is noted of everybody
     * who is named (requirement 23).
     */
    Csv csv(PeriodView period, List<String> scopes, String purpose, Actor actor) {
        Csv file = new Csv();
        file.row(List.of(
                word("code"),
                word("village"),
                word("case"),
                word("head"),
                "NIK",
                word("family-card"),
                word("address"),
                word("members"),
                word("signs"),
                word("state")));
        String after = null;
        List<ItemLine> part;
        do {
            part = reads.page(period.ref(), scopes, null, false, after, AT_ONCE);
            if (!part.isEmpty()) {
                exports.note(
                        actor, part.stream().map(i -> "proposal:" + i.ref()).toList(), purpose);
                lines(file, part);
            }
            after = part.isEmpty() ? null : part.get(part.size() - 1).mark();
        } while (part.size() == AT_ONCE);
        return file;
    }

    private void lines(Csv file, List<ItemLine> items) {
        List<CaseRef> refs = items.stream().map(ItemLine::ref).toList();
        Map<CaseRef, ListLine> lines =
                members.getObject().lines(refs).stream().collect(Collectors.toMap(ListLine::ref, Function.identity()));
        for (ItemLine item : items) {
            ListLine line = item.shown(lines.get(item.ref()));
            file.row(List.of(
                    item.village().display(),
                    areas.get(item.village()).name(),
                    item.ref().value(),
                    line == null ? "" : line.head(),
                    line == null ? "" : line.nik(),
                    line == null ? "" : line.familyCardNumber(),
                    line == null ? "" : line.address(),
                    line == null ? "" : Integer.toString(line.members()),
                    line == null ? "" : Integer.toString(line.signs()),
                    text("finalization.item." + item.state())));
        }
    }

    private String word(String column) {
        return text("finalization.names." + column);
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
