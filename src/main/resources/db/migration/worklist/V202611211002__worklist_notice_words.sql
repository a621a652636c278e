-- A notice may be about a case or about a date, and carries the words of whoever decided.
alter table worklist.notice
    alter column status drop not null,
    add column what      text not null default 'PROGRESSED' check (what in ('PROGRESSED', 'ROLLED_OVER', 'CUTOFF_MOVED')),
    add column sentence  text,
    add column area_code varchar(10) references area.area (area_code),
    add column milestone text,
    add column moved_to  timestamptz,
    add check (what <> 'PROGRESSED' or status is not null),
    add check (what <> 'CUTOFF_MOVED' or (area_code is not null and milestone is not null and moved_to is not null));
