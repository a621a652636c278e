package id.siks.proposal.web;

/** The wish to end a proposal as the page showed it, with the reason. */
record WithdrawForm(String key, String version, String reasonText) {}
