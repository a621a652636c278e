package id.siks.evidence;

import id.siks.evidence.AttachmentOwners.Owner;
import id.siks.evidence.Attachments.StoredAttachment;
import id.siks.identity.Actor;
import id.siks.identity.Jurisdiction;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.Refused;
import id.siks.platform.web.Wishes;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Serves attachments to those who may see them, takes new ones and gives wrong ones back. */
@Controller
class AttachmentPages {

    /** Where a page may ask to be shown again. */
    private static final Pattern BACK =
            Pattern.compile("/(proposal|fieldcheck|finalization|worklist|casework|register)(/[A-Za-z0-9_.~-]+)*");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}([.][0-9]{1,15})?");
    private static final Instant LATEST = Instant.parse("2199-12-31T23:59:59Z");

    private final Attachments attachments;
    private final OwnerDirectory owners;
    private final FileStore files;
    private final Jurisdiction jurisdiction;
    private final GonePicture gone;

    AttachmentPages(
            Attachments attachments,
            OwnerDirectory owners,
            FileStore files,
            Jurisdiction jurisdiction,
            GonePicture gone) {
        this.attachments = attachments;
        this.owners = owners;
        this.files = files;
        this.jurisdiction = jurisdiction;
        this.gone = gone;
    }

    @GetMapping("/evidence/{id}")
    ResponseEntity<Resource> file(@PathVariable long id, Actor actor, HttpServletRequest request) {
        StoredAttachment stored = attachments.open(new AttachmentId(id), actor, Attachments.CASE_WORK);
        return serve(stored, stored.fileName(), request);
    }

    @GetMapping("/evidence/{id}/thumb")
    ResponseEntity<Resource> thumb(@PathVariable long id, Actor actor, HttpServletRequest request) {
        StoredAttachment stored = attachments.open(new AttachmentId(id), actor, Attachments.CASE_WORK);
        if (stored.thumbName() == null) {
            throw new NotFound("thumb of attachment " + id);
        }
        return serve(stored, stored.thumbName(), request);
    }

    @PostMapping("/evidence/{owner}/attachments")
    String add(
            @PathVariable String owner,
            @RequestParam String kind,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(required = false) String latitude,
            @RequestParam(required = false) String longitude,
            @RequestParam(required = false) String accuracy,
            @RequestParam(required = false) String takenAt,
            @RequestParam(required = false) String back,
            @RequestParam(required = false) UUID key,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes next) {
        Owner found = owners.find(owner)
                .filter(o -> jurisdiction.sees(actor, o.area()))
                .orElseThrow(() -> attachments.refused(owner, actor));
        Capture capture = new Capture(decimal(latitude), decimal(longitude), whole(accuracy), moment(takenAt));
        return refusedOnItsPage(back, kind, request, next, () -> {
            AttachmentKind shown = kind(kind);
            if (!found.accepts(shown, actor)) {
                throw attachments.refused(owner, actor);
            }
            attachments.add(new AttachmentUpload(owner, found.area(), shown, bytes(file), capture), key, actor);
        });
    }

    @PostMapping("/evidence/{id}/remove")
    String remove(
            @PathVariable long id,
            @RequestParam(required = false) String back,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes next) {
        return refusedOnItsPage(back, null, request, next, () -> attachments.remove(new AttachmentId(id), actor));
    }

    /**
     * Does the deed and shows the page it came from again; a refusal is told there, beside the file, as
     * {@code fileErrors}. Who has no page gets the refusal itself.
     */
    private static String refusedOnItsPage(
            String back, String kind, HttpServletRequest request, RedirectAttributes next, Runnable deed) {
        boolean page = isBack(back) && Wishes.of(request) == Wishes.PAGE;
        try {
            deed.run();
        } catch (InvalidInput invalid) {
            if (!page) {
                throw invalid;
            }
            tell(invalid.errors(), kind, next);
        } catch (Refused refused) {
            if (!page) {
                throw refused;
            }
            tell(List.of(new FieldError("file", refused.reason())), kind, next);
        }
        return "redirect:" + (isBack(back) ? back : "/");
    }

    private static void tell(List<FieldError> errors, String kind, RedirectAttributes next) {
        next.addFlashAttribute("fileErrors", errors);
        next.addFlashAttribute("fileKind", kind);
    }

    /** The file; on a page whose picture cannot be read now, a picture that says so. */
    private ResponseEntity<Resource> serve(StoredAttachment stored, String name, HttpServletRequest request) {
        try {
            return sent(stored, files.open(name));
        } catch (StoreDown down) {
            if (!GonePicture.isAskedFor(request)) {
                throw down;
            }
            return gone.instead(down);
        }
    }

    private ResponseEntity<Resource> sent(StoredAttachment stored, Resource file) {
        AttachmentView view = stored.view();
        String extension = view.image() ? ".jpg" : ".pdf";
        ContentDisposition disposition = (view.image() ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename("bukti-" + view.id() + extension)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(view.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(file);
    }

    private static AttachmentKind kind(String text) {
        return Arrays.stream(AttachmentKind.values())
                .filter(k -> k.name().equals(text))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("kind", "evidence.error.kind"));
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file == null ? new byte[0] : file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBack(String path) {
        return path != null && BACK.matcher(path).matches();
    }

    // Whatever a device tells about itself may be nonsense; the photo is kept without it.
    private static BigDecimal decimal(String text) {
        // No exponents: one more letter would make a number of a thousand million digits.
        return text != null && NUMBER.matcher(text.strip()).matches() ? new BigDecimal(text.strip()) : null;
    }

    private static Integer whole(String text) {
        BigDecimal number = decimal(text);
        boolean possible = number != null && number.signum() >= 0;
        return possible ? Integer.valueOf(number.intValue()) : null;
    }

    private static Instant moment(String text) {
        try {
            Instant moment = text == null || text.isBlank() ? null : Instant.parse(text.strip());
            return moment == null || moment.isBefore(Instant.EPOCH) || moment.isAfter(LATEST) ? null : moment;
        } catch (DateTimeParseException nonsense) {
            return null;
        }
    }
}
