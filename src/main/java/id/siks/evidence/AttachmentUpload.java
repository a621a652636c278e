package id.siks.evidence;

import id.siks.area.AreaCode;

/**
 * A file somebody hands in.
 *
 * @param owner what it proves: a case reference or the reference of a meeting, at most 40 characters
 * @param area whose territory decides who may see it
 * @param kind what it shows
 * @param content the bytes as sent
 * @param capture what the device told beside it, or {@link Capture#UNKNOWN}
 */
public record AttachmentUpload(String owner, AreaCode area, AttachmentKind kind, byte[] content, Capture capture) {}
