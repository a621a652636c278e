package id.siks.finalization;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentUpload;
import id.siks.evidence.Attachments;
import id.siks.evidence.Capture;
import id.siks.evidence.SampleFiles;
import id.siks.identity.Actor;

/** Scans of letters for tests. */
final class Letters {

    private Letters() {}

    static void scan(Attachments attachments, CaseRef period, AreaCode regency, Actor by) {
        attachments.add(
                new AttachmentUpload(
                        period.value(),
                        regency,
                        AttachmentKind.RATIFICATION_LETTER,
                        SampleFiles.png(210, 297),
                        Capture.UNKNOWN),
                by);
    }
}
