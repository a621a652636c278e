-- The mail address of an account, once its owner has shown that he reads it, and the one he says is his until then.
alter table identity.account
    add column email    text,
    add column email_at timestamptz,
    -- Whoever has removed his address has a moment and no address.
    add constraint account_email check (email is null or email_at is not null);

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
