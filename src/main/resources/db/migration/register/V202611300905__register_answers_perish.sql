-- Answers of the civil registry are good for 30 days; how long they are kept to be looked at.
create index identity_match_asked on register.identity_match (asked_at);
insert into public.retention_rule (kind, keep_days) values ('register.identity-match', 365);
