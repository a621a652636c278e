-- What somebody in charge should look at (requirements 21, 23 and 25). Never a name or a number of a person.
create table identity.alarm (
  alarm_id   bigint generated always as identity primary key,
  at         timestamptz not null,
  kind       text        not null,
  detail     text        not null,
  -- Whose doing it was; null for the system and for somebody who has not logged in.
  account_id bigint,
  origin     text        not null
);
comment on table identity.alarm is 'append-only';
create index alarm_at on identity.alarm (at desc, alarm_id desc);
