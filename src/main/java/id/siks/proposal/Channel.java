package id.siks.proposal;

/** The way a proposal comes in (glossary 2, Permensos 3/2021 articles 4 and 5). */
public enum Channel {
    /** The village meeting proposes: the ordinary way. */
    VILLAGE_MEETING,
    /** The family asked for it itself; the meeting still has its say. */
    SELF_REGISTRATION,
    /** The ministry acts in an emergency; no meeting is waited for. Declared by its officer, who is sent to the village as operator. */
    MINISTRY_EMERGENCY
}
