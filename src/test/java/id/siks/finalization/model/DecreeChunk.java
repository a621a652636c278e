package id.siks.finalization.model;

/** How many cases a decree reaches in one transaction, for tests that stop it at a known place. */
public final class DecreeChunk {

    /** The whole of it. */
    public static final int SIZE = PeriodWork.CHUNK;

    private DecreeChunk() {}
}
