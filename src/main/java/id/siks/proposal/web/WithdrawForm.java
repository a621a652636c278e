package id.siks.proposal.web;

/** The wish to end a proposal, with the reason. */
record WithdrawForm(String key, String reasonText) {}
