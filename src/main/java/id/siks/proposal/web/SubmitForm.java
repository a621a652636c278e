package id.siks.proposal.web;

/**
 * Step five as sent.
 *
 * @param again filled when the proposal was handed in before and comes back mended
 * @param declaration ticked when the operator declares the data true
 * @param note what was mended, for a proposal that came back
 * @param period number of the period whose cut-off the page showed
 */
record SubmitForm(String version, String key, String again, String declaration, String note, String period) {}
