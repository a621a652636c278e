package id.siks.proposal.web;

/** What the forms of all steps that are typed carry along. */
interface StepForm {

    /** Version of the draft the page showed. */
    String version();

    /** One act of the person, however often the browser sends it. */
    String key();

    /** What the pressed button asks. */
    String action();
}
