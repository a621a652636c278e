package id.siks.worklist.notice;

/** Why no mail takes a notice along. */
public enum Unmailed {
    /** There is no mail server. */
    NO_SERVER,
    /** The person has no confirmed address. */
    NO_ADDRESS,
    /** The person does not want mail of its topic. */
    SWITCHED_OFF,
    /** It was read in the product before the mail went out. */
    READ
}
