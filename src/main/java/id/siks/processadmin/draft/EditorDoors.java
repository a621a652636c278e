package id.siks.processadmin.draft;

import id.siks.area.AreaCode;
import id.siks.casework.Moments;
import id.siks.identity.Actor;
import id.siks.platform.diagram.PicturedFile;
import id.siks.platform.web.Unattended;
import id.siks.processadmin.check.ModelKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What the editors in the browser say to the server. */
@RestController
@RequestMapping("/processadmin/drafts/{draft}")
class EditorDoors {

    private final Drafts drafts;
    private final EditorLists lists;
    private final MessageSource messages;
    private final Moments moments;

    EditorDoors(Drafts drafts, EditorLists lists, MessageSource messages, Moments moments) {
        this.drafts = drafts;
        this.lists = lists;
        this.messages = messages;
        this.moments = moments;
    }

    /**
     * The file, also to be kept outside.
     *
     * @param pictured {@code true} for a diagram as it is shown, with a picture in any case
     */
    @GetMapping("/content")
    ResponseEntity<byte[]> content(
            @PathVariable long draft,
            @RequestParam(defaultValue = "") String revision,
            @RequestParam(defaultValue = "") String pictured) {
        Draft found = drafts.find(draft);
        String kept =
                Revisions.number(revision).map(r -> drafts.content(draft, r)).orElse(found.content());
        boolean shown = pictured.equals("true") && found.kind() == ModelKind.BPMN;
        PicturedFile file = shown ? PicturedFile.of(kept) : PicturedFile.asItIs(kept);
        return ResponseEntity.ok()
                .contentType(found.kind() == ModelKind.FORM ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.fileName())
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(PicturedFile.HEADER, file.origin().name())
                .body(file.content().getBytes(StandardCharsets.UTF_8));
    }

    /** What the panel offers to choose from. */
    @GetMapping("/lists")
    EditorLists.Offer lists(@PathVariable long draft) {
        return lists.forDraft(drafts.find(draft));
    }

    /** Keeps what is on the sheet; answers the number of the save and the sentence about it. */
    @PostMapping("/save")
    Saved save(
            @PathVariable long draft,
            @RequestParam(required = false) MultipartFile content,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String seen,
            Actor actor) {
        int revision = drafts.save(draft, Revisions.seen(seen), DraftPages.bytes(content), note, actor);
        String sentence = messages.getMessage(
                "processadmin.draft.saved-by",
                new Object[] {
                    revision,
                    actor.displayName(),
                    moments.full(drafts.find(draft).changedAt(), AreaCode.CAPITAL)
                },
                LocaleContextHolder.getLocale());
        return new Saved(revision, sentence);
    }

    /** Says that the sheet is still open; answers who else has it open. */
    @Unattended
    @PostMapping("/visit")
    List<String> visit(@PathVariable long draft, Actor actor) {
        return drafts.visit(draft, actor);
    }

    /** The same from somebody who has moved a hand since the last time: he is there. */
    @PostMapping("/visit/drawing")
    List<String> visitDrawing(@PathVariable long draft, Actor actor) {
        return visit(draft, actor);
    }

    /** What a save has led to. */
    record Saved(int revision, String sentence) {}
}
