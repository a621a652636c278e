-- Whose decision an assignment and its end were; null for the system.
alter table identity.assignment
    add column granted_by bigint references identity.account,
    add column ended_by   bigint references identity.account;
