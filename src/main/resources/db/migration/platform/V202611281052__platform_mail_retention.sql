-- How long it is kept which mail went out, and an address that was never confirmed.
insert into retention_rule (kind, keep_days) values
    ('identity.email-claim', 7),
    ('worklist.delivery', 365);
