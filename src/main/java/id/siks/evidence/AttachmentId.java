package id.siks.evidence;

/** Key of an attachment, as URLs carry it. It tells nothing about the file. */
public record AttachmentId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
