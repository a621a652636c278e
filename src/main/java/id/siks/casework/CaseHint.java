package id.siks.casework;

/**
 * What a list of work keeps of a case beside the work itself.
 *
 * @param subject whom it is about: personal data, never to be logged
 * @param status where it stands
 * @param lastActor account id of whoever acted in it last, or null when only the system has
 */
public record CaseHint(String subject, CaseStatus status, Long lastActor) {

    /** True when somebody sent it back or found it wrong. */
    public boolean cameBack() {
        return status.isComeBack();
    }
}
