-- Why somebody ended it; null for what ended with the account or by the system, and before reasons were asked for.
alter table identity.assignment
    add column end_reason text;
