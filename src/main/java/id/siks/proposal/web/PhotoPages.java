package id.siks.proposal.web;

import id.siks.evidence.AttachmentId;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentUpload;
import id.siks.evidence.AttachmentView;
import id.siks.evidence.Attachments;
import id.siks.evidence.Capture;
import id.siks.identity.Actor;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.Message;
import id.siks.platform.NotFound;
import id.siks.platform.OnceOnly;
import id.siks.platform.Refused;
import id.siks.proposal.ProposalView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Photos of a proposal: one by one, each refused where it was chosen. */
@Controller
@RequestMapping("/proposal/{ref}/photos")
class PhotoPages {

    private static final String FILE = "file";

    private final ProposalDesk desk;
    private final WizardPage page;
    private final Attachments attachments;

    PhotoPages(ProposalDesk desk, WizardPage page, Attachments attachments) {
        this.desk = desk;
        this.page = page;
        this.attachments = attachments;
    }

    @PostMapping
    Object add(
            @PathVariable String ref,
            PhotoForm form,
            @RequestParam(name = FILE, required = false) MultipartFile file,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            Actor actor) {
        ProposalView proposal = desk.photographable(ref, actor);
        boolean json = WizardPages.wantsJson(accept);
        AttachmentKind kind = kind(form.kind());
        try {
            AttachmentId id = attachments.add(upload(proposal, kind, form, file), key(form), actor);
            return json
                    ? ResponseEntity.ok(java.util.Map.of("id", id.value(), "next", path(proposal)))
                    : "redirect:" + path(proposal);
        } catch (InvalidInput refused) {
            if (json) {
                throw refused;
            }
            return again(
                    proposal,
                    kind,
                    refused.errors().stream().map(FieldError::message).toList(),
                    actor);
        } catch (Refused refused) {
            if (json) {
                throw refused;
            }
            return again(proposal, kind, List.of(refused.reason()), actor);
        }
    }

    private Object again(ProposalView proposal, AttachmentKind kind, List<Message> why, Actor actor) {
        List<FieldError> errors =
                why.stream().map(one -> new FieldError("photos." + kind, one)).toList();
        SubmitForm nothing = new SubmitForm(null, null, null, null, null, null);
        return page.refused(Step.PHOTOS, proposal, nothing, errors, actor);
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable String ref, @PathVariable long id, Actor actor) {
        ProposalView proposal = desk.changeable(ref, actor);
        AttachmentId photo = attachments.of(proposal.ref().value()).stream()
                .map(AttachmentView::id)
                .filter(one -> one.value() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("photo of another owner"));
        attachments.remove(photo, actor);
        return "redirect:" + path(proposal);
    }

    private static AttachmentUpload upload(
            ProposalView proposal, AttachmentKind kind, PhotoForm form, MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw InvalidInput.at(FILE, "proposal.page.error.photo-empty");
        }
        TypedValues values = new TypedValues();
        // A device that tells nonsense about its place does not make the photo worse.
        Capture capture = new Capture(
                values.decimal("latitude", form.latitude()),
                values.decimal("longitude", form.longitude()),
                values.count("accuracyMetres", form.accuracyMetres()),
                values.moment("takenAt", form.takenAt()));
        try {
            return new AttachmentUpload(proposal.ref().value(), proposal.village(), kind, file.getBytes(), capture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UUID key(PhotoForm form) {
        return form.key() == null || form.key().isBlank() ? null : OnceOnly.key(form.key());
    }

    private static AttachmentKind kind(String text) {
        return WizardPage.PHOTOS.stream()
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("kind", "proposal.page.error.choice"));
    }

    private static String path(ProposalView proposal) {
        return "/proposal/" + proposal.ref() + "/photos";
    }
}
