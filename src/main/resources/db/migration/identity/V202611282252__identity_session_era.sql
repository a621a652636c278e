-- Counts how often the account was closed: a session counts only in the era it began in, whoever opens the account again.
alter table identity.account
    add column session_era integer not null default 0;
