-- The mail address of an account, once its owner has shown that he reads it, and the one he says is his until then.
alter table identity.account
    add column email    text,
    -- When the person himself last decided about it here; until then the login server's word counts.
    add column email_at timestamptz;

create table identity.email_claim (
    account_id bigint      primary key references identity.account,
    email      text        not null,
    asked_at   timestamptz not null,
    -- Both null until the code is under way; the code itself is kept nowhere.
    code_hash  text,
    code_until timestamptz,
    tries      smallint    not null default 0,
    check ((code_hash is null) = (code_until is null))
);
