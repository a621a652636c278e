package id.siks.proposal.web;

/** The wish for a new proposal; without a village the operator's only one is meant. */
record NewForm(String key, String village) {}
