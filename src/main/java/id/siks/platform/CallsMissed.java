package id.siks.platform;

/** The other servers may have called meanwhile: this one did not listen for some time, and does again. */
public record CallsMissed() {}
