-- How people want to be told, and the mails by which they are: a notice is told in the product by itself, by mail when a
-- mail takes it along.
create table worklist.notice_setting (
    account_id  bigint   primary key,
    rhythm      text     not null check (rhythm in ('AT_ONCE', 'HOURLY', 'DAILY')),
    daily_hour  smallint not null check (daily_hour between 0 and 23),
    quiet_from  smallint not null check (quiet_from between 0 and 23),
    quiet_until smallint not null check (quiet_until between 0 and 23),
    free_days   boolean  not null,
    language    text     not null check (language in ('id', 'en')),
    -- Topics that are not sent by mail, and those not shown on the first page.
    mail_off    text[]   not null,
    home_off    text[]   not null
);

create table worklist.delivery (
    delivery_id bigint      generated always as identity primary key,
    account_id  bigint      not null,
    kind        text        not null check (kind in ('NOTICES', 'CODE')),
    state       text        not null check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'UNSURE', 'SUPPRESSED')),
    -- The Message-ID: the same however often the mail is sent.
    message_id  text        not null unique,
    urgent      boolean     not null,
    due_at      timestamptz not null,
    -- Nothing more comes into it.
    sealed      boolean     not null default false,
    attempts    smallint    not null default 0,
    cause       text,
    created_at  timestamptz not null,
    -- Since when it is in its state.
    changed_at  timestamptz not null
);
-- What a person is to be told gathers in one mail.
create unique index delivery_gathers on worklist.delivery (account_id, kind) where state = 'WAITING' and not sealed;
create index delivery_due on worklist.delivery (due_at) where state = 'WAITING';
create index delivery_under_way on worklist.delivery (changed_at) where state = 'SENDING';
create index delivery_in_trouble on worklist.delivery (delivery_id) where state in ('FAILED', 'UNSURE');
create index delivery_of_account on worklist.delivery (account_id, changed_at);

alter table worklist.notice
    add column seen_at     timestamptz,
    -- The mail that takes it along, or why none does. A notice with neither has not been thought of yet.
    add column delivery_id bigint references worklist.delivery,
    add column unmailed    text check (unmailed in ('NO_SERVER', 'NO_ADDRESS', 'SWITCHED_OFF', 'READ')),
    add constraint notice_mailed_or_not check (delivery_id is null or unmailed is null);
-- Nobody was told by mail so far.
update worklist.notice set unmailed = 'NO_SERVER';
create index notice_not_thought_of on worklist.notice (notice_id) where delivery_id is null and unmailed is null;
create index notice_of_delivery on worklist.notice (delivery_id) where delivery_id is not null;
create index notice_unread on worklist.notice (account_id, notice_id desc) where read_at is null;
