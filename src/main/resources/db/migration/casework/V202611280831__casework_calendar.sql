-- The working-day calendar as data. A holiday belongs to the nation or to an area and everything in it; each names the
-- decision it comes from. Areas are read in after the migrations, so their codes are checked by the page, not by a key.
alter table casework.holiday
    drop constraint holiday_pkey,
    add column holiday_id bigint generated always as identity primary key,
    add column area_code  varchar(10) not null default '' check (area_code ~ '^(\d{2}(\d{2}(\d{2}(\d{4})?)?)?)?$'),
    add column kind       text        not null default 'NATIONAL' check (kind in ('NATIONAL', 'JOINT_LEAVE', 'REGIONAL')),
    add column source     text        not null default '';
comment on column casework.holiday.area_code is 'Where it holds: the beginning of the area code; empty is the nation';

-- Dates that are fixed for every year. 2027 has no joint decree yet: an administrator adds its moving feasts.
delete from casework.holiday where extract(year from day) < 2027;
update casework.holiday set source = 'Keppres 8/2024';

insert into casework.holiday (day, kind, name, source) values
-- 2024: 17 holidays and 10 days of joint leave; the decree of 2023 with the names of the amendment of 26 February 2024.
('2024-01-01', 'NATIONAL', 'Tahun Baru Masehi', 'SKB 855/3/4 Tahun 2023'),
('2024-02-08', 'NATIONAL', 'Isra Mikraj Nabi Muhammad SAW', 'SKB 855/3/4 Tahun 2023'),
('2024-02-09', 'JOINT_LEAVE', 'Cuti bersama Tahun Baru Imlek', 'SKB 855/3/4 Tahun 2023'),
('2024-02-10', 'NATIONAL', 'Tahun Baru Imlek 2575 Kongzili', 'SKB 855/3/4 Tahun 2023'),
('2024-02-14', 'NATIONAL', 'Hari pemungutan suara Pemilu', 'Keppres 10/2024'),
('2024-03-11', 'NATIONAL', 'Hari Suci Nyepi 1946', 'SKB 855/3/4 Tahun 2023'),
('2024-03-12', 'JOINT_LEAVE', 'Cuti bersama Hari Suci Nyepi', 'SKB 855/3/4 Tahun 2023'),
('2024-03-29', 'NATIONAL', 'Wafat Yesus Kristus', 'SKB 236/1/2 Tahun 2024'),
('2024-03-31', 'NATIONAL', 'Kebangkitan Yesus Kristus (Paskah)', 'SKB 236/1/2 Tahun 2024'),
('2024-04-08', 'JOINT_LEAVE', 'Cuti bersama Idulfitri', 'SKB 855/3/4 Tahun 2023'),
('2024-04-09', 'JOINT_LEAVE', 'Cuti bersama Idulfitri', 'SKB 855/3/4 Tahun 2023'),
('2024-04-10', 'NATIONAL', 'Idulfitri 1445 Hijriah', 'SKB 855/3/4 Tahun 2023'),
('2024-04-11', 'NATIONAL', 'Idulfitri 1445 Hijriah', 'SKB 855/3/4 Tahun 2023'),
('2024-04-12', 'JOINT_LEAVE', 'Cuti bersama Idulfitri', 'SKB 855/3/4 Tahun 2023'),
('2024-04-15', 'JOINT_LEAVE', 'Cuti bersama Idulfitri', 'SKB 855/3/4 Tahun 2023'),
('2024-05-01', 'NATIONAL', 'Hari Buruh Internasional', 'SKB 855/3/4 Tahun 2023'),
('2024-05-09', 'NATIONAL', 'Kenaikan Yesus Kristus', 'SKB 236/1/2 Tahun 2024'),
('2024-05-10', 'JOINT_LEAVE', 'Cuti bersama Kenaikan Yesus Kristus', 'SKB 236/1/2 Tahun 2024'),
('2024-05-23', 'NATIONAL', 'Hari Raya Waisak 2568 BE', 'SKB 855/3/4 Tahun 2023'),
('2024-05-24', 'JOINT_LEAVE', 'Cuti bersama Hari Raya Waisak', 'SKB 855/3/4 Tahun 2023'),
('2024-06-01', 'NATIONAL', 'Hari Lahir Pancasila', 'SKB 855/3/4 Tahun 2023'),
('2024-06-17', 'NATIONAL', 'Iduladha 1445 Hijriah', 'SKB 855/3/4 Tahun 2023'),
('2024-06-18', 'JOINT_LEAVE', 'Cuti bersama Iduladha', 'SKB 855/3/4 Tahun 2023'),
('2024-07-07', 'NATIONAL', 'Tahun Baru Islam 1446 Hijriah', 'SKB 855/3/4 Tahun 2023'),
('2024-08-17', 'NATIONAL', 'Hari Kemerdekaan Republik Indonesia', 'SKB 855/3/4 Tahun 2023'),
('2024-09-16', 'NATIONAL', 'Maulid Nabi Muhammad SAW', 'SKB 855/3/4 Tahun 2023'),
('2024-11-27', 'NATIONAL', 'Hari pemungutan suara Pilkada', 'Keppres 33/2024'),
('2024-12-25', 'NATIONAL', 'Kelahiran Yesus Kristus', 'SKB 236/1/2 Tahun 2024'),
('2024-12-26', 'JOINT_LEAVE', 'Cuti bersama Kelahiran Yesus Kristus', 'SKB 236/1/2 Tahun 2024'),
-- 2025: 17 holidays and 10 days of joint leave, and 18 August by the amendment of 7 August 2025.
('2025-01-01', 'NATIONAL', 'Tahun Baru Masehi', 'SKB 1017/2/2 Tahun 2024'),
('2025-01-27', 'NATIONAL', 'Isra Mikraj Nabi Muhammad SAW', 'SKB 1017/2/2 Tahun 2024'),
('2025-01-28', 'JOINT_LEAVE', 'Cuti bersama Tahun Baru Imlek', 'SKB 1017/2/2 Tahun 2024'),
('2025-01-29', 'NATIONAL', 'Tahun Baru Imlek 2576 Kongzili', 'SKB 1017/2/2 Tahun 2024'),
('2025-03-28', 'JOINT_LEAVE', 'Cuti bersama Hari Suci Nyepi', 'SKB 1017/2/2 Tahun 2024'),
('2025-03-29', 'NATIONAL', 'Hari Suci Nyepi 1947', 'SKB 1017/2/2 Tahun 2024'),
('2025-03-31', 'NATIONAL', 'Idulfitri 1446 Hijriah', 'SKB 1017/2/2 Tahun 2024'),
('2025-04-01', 'NATIONAL', 'Idulfitri 1446 Hijriah', 'SKB 1017/2/2 Tahun 2024'),
('2025-04-02', 'JOINT_LEAVE', 'Cuti bersama Idulfitri', 'SKB 1017/2/2 Tahun 2024'),
('2025-04-03', 'JOINT_LEAVE', 'Cuti bersama Idulfitri', 'SKB 1017/2/2 Tahun 2024'),
('2025-04-04', 'JOINT_LEAVE', 'Cuti bersama Idulfitri', 'SKB 1017/2/2 Tahun 2024'),
('2025-04-07', 'JOINT_LEAVE', 'Cuti bersama Idulfitri', 'SKB 1017/2/2 Tahun 2024'),
('2025-04-18', 'NATIONAL', 'Wafat Yesus Kristus', 'SKB 1017/2/2 Tahun 2024'),
('2025-04-20', 'NATIONAL', 'Kebangkitan Yesus Kristus (Paskah)', 'SKB 1017/2/2 Tahun 2024'),
('2025-05-01', 'NATIONAL', 'Hari Buruh Internasional', 'SKB 1017/2/2 Tahun 2024'),
('2025-05-12', 'NATIONAL', 'Hari Raya Waisak 2569 BE', 'SKB 1017/2/2 Tahun 2024'),
('2025-05-13', 'JOINT_LEAVE', 'Cuti bersama Hari Raya Waisak', 'SKB 1017/2/2 Tahun 2024'),
('2025-05-29', 'NATIONAL', 'Kenaikan Yesus Kristus', 'SKB 1017/2/2 Tahun 2024'),
('2025-05-30', 'JOINT_LEAVE', 'Cuti bersama Kenaikan Yesus Kristus', 'SKB 1017/2/2 Tahun 2024'),
('2025-06-01', 'NATIONAL', 'Hari Lahir Pancasila', 'SKB 1017/2/2 Tahun 2024'),
('2025-06-06', 'NATIONAL', 'Iduladha 1446 Hijriah', 'SKB 1017/2/2 Tahun 2024'),
('2025-06-09', 'JOINT_LEAVE', 'Cuti bersama Iduladha', 'SKB 1017/2/2 Tahun 2024'),
('2025-06-27', 'NATIONAL', 'Tahun Baru Islam 1447 Hijriah', 'SKB 1017/2/2 Tahun 2024'),
('2025-08-17', 'NATIONAL', 'Hari Kemerdekaan Republik Indonesia', 'SKB 1017/2/2 Tahun 2024'),
('2025-08-18', 'JOINT_LEAVE', 'Cuti bersama Hari Kemerdekaan ke-80', 'SKB 933/1/3 Tahun 2025'),
('2025-09-05', 'NATIONAL', 'Maulid Nabi Muhammad SAW', 'SKB 1017/2/2 Tahun 2024'),
('2025-12-25', 'NATIONAL', 'Kelahiran Yesus Kristus', 'SKB 1017/2/2 Tahun 2024'),
('2025-12-26', 'JOINT_LEAVE', 'Cuti bersama Kelahiran Yesus Kristus', 'SKB 1017/2/2 Tahun 2024'),
-- 2026: 17 holidays and 8 days of joint leave, decree of 19 September 2025.
('2026-01-01', 'NATIONAL', 'Tahun Baru Masehi', 'SKB 1497/2/5 Tahun 2025'),
('2026-01-16', 'NATIONAL', 'Isra Mikraj Nabi Muhammad SAW', 'SKB 1497/2/5 Tahun 2025'),
('2026-02-16', 'JOINT_LEAVE', 'Cuti bersama Tahun Baru Imlek', 'SKB 1497/2/5 Tahun 2025'),
('2026-02-17', 'NATIONAL', 'Tahun Baru Imlek 2577 Kongzili', 'SKB 1497/2/5 Tahun 2025'),
('2026-03-18', 'JOINT_LEAVE', 'Cuti bersama Hari Suci Nyepi', 'SKB 1497/2/5 Tahun 2025'),
('2026-03-19', 'NATIONAL', 'Hari Suci Nyepi 1948', 'SKB 1497/2/5 Tahun 2025'),
('2026-03-20', 'JOINT_LEAVE', 'Cuti bersama Idulfitri', 'SKB 1497/2/5 Tahun 2025'),
('2026-03-21', 'NATIONAL', 'Idulfitri 1447 Hijriah', 'SKB 1497/2/5 Tahun 2025'),
('2026-03-22', 'NATIONAL', 'Idulfitri 1447 Hijriah', 'SKB 1497/2/5 Tahun 2025'),
('2026-03-23', 'JOINT_LEAVE', 'Cuti bersama Idulfitri', 'SKB 1497/2/5 Tahun 2025'),
('2026-03-24', 'JOINT_LEAVE', 'Cuti bersama Idulfitri', 'SKB 1497/2/5 Tahun 2025'),
('2026-04-03', 'NATIONAL', 'Wafat Yesus Kristus', 'SKB 1497/2/5 Tahun 2025'),
('2026-04-05', 'NATIONAL', 'Kebangkitan Yesus Kristus (Paskah)', 'SKB 1497/2/5 Tahun 2025'),
('2026-05-01', 'NATIONAL', 'Hari Buruh Internasional', 'SKB 1497/2/5 Tahun 2025'),
('2026-05-14', 'NATIONAL', 'Kenaikan Yesus Kristus', 'SKB 1497/2/5 Tahun 2025'),
('2026-05-15', 'JOINT_LEAVE', 'Cuti bersama Kenaikan Yesus Kristus', 'SKB 1497/2/5 Tahun 2025'),
('2026-05-27', 'NATIONAL', 'Iduladha 1447 Hijriah', 'SKB 1497/2/5 Tahun 2025'),
('2026-05-28', 'JOINT_LEAVE', 'Cuti bersama Iduladha', 'SKB 1497/2/5 Tahun 2025'),
('2026-05-31', 'NATIONAL', 'Hari Raya Waisak 2570 BE', 'SKB 1497/2/5 Tahun 2025'),
('2026-06-01', 'NATIONAL', 'Hari Lahir Pancasila', 'SKB 1497/2/5 Tahun 2025'),
('2026-06-16', 'NATIONAL', 'Tahun Baru Islam 1448 Hijriah', 'SKB 1497/2/5 Tahun 2025'),
('2026-08-17', 'NATIONAL', 'Hari Kemerdekaan Republik Indonesia', 'SKB 1497/2/5 Tahun 2025'),
('2026-08-25', 'NATIONAL', 'Maulid Nabi Muhammad SAW', 'SKB 1497/2/5 Tahun 2025'),
('2026-12-24', 'JOINT_LEAVE', 'Cuti bersama Kelahiran Yesus Kristus', 'SKB 1497/2/5 Tahun 2025'),
('2026-12-25', 'NATIONAL', 'Kelahiran Yesus Kristus', 'SKB 1497/2/5 Tahun 2025');

-- Offices in Papua and West Papua close every year on 5 February. Bali's letters grant leave to Hindu officials only and
-- close no office, so its feasts are not here.
insert into casework.holiday (day, area_code, kind, name, source)
select make_date(y, 2, 5), area, 'REGIONAL', 'Hari Pekabaran Injil di Tanah Papua', 'SK Gubernur Papua 188.4/489/Tahun 2018'
from generate_series(2024, 2027) as y, (values ('91'), ('92')) as papua (area);

alter table casework.holiday
    alter column area_code drop default,
    alter column kind drop default,
    alter column source drop default,
    add check (length(name) between 3 and 120),
    add check (length(source) between 3 and 120);
create unique index holiday_once on casework.holiday (day, area_code);

-- Opening hours by weekday (1 is Monday). The rows without days hold always, those with days win in their season.
create table casework.working_hours (
    hours_id    bigint generated always as identity primary key,
    from_day    date,
    until_day   date,
    weekday     smallint not null check (weekday between 1 and 7),
    opens       time     not null,
    break_from  time     not null,
    break_until time     not null,
    closes      time     not null,
    source      text     not null,
    check (opens < break_from and break_from < break_until and break_until < closes),
    check ((from_day is null) = (until_day is null) and from_day <= until_day)
);
comment on table casework.working_hours is 'When offices work, in the time of the place; a weekday without a row is free';
comment on column casework.working_hours.until_day is 'The last day of the season';

-- Perpres 21/2023 article 4: five days, 37 hours 30 minutes, from 07.30, a break of 60 minutes, on Fridays of 90; in
-- Ramadan 32 hours 30 minutes, from 08.00, 30 and 60 minutes. Where in the day the break lies the regions decide: here
-- as in the ministerial letter 11/2022. Ramadan is from the ministry's isbat sessions.
insert into casework.working_hours (from_day, until_day, weekday, opens, break_from, break_until, closes, source)
select null::date, null::date, weekday, time '07:30', time '12:00', time '13:00', time '16:00', 'Perpres 21/2023'
from generate_series(1, 4) as weekday
union all
select null::date, null::date, 5, time '07:30', time '11:30', time '13:00', time '16:30', 'Perpres 21/2023'
union all
select first, last, weekday, time '08:00', time '12:00', time '12:30', time '15:00', 'Perpres 21/2023, Ramadan ' || year
from (values (date '2024-03-12', date '2024-04-09', '1445 H'),
             (date '2025-03-01', date '2025-03-30', '1446 H'),
             (date '2026-02-19', date '2026-03-20', '1447 H')) as ramadan (first, last, year),
     generate_series(1, 4) as weekday
union all
select first, last, 5, time '08:00', time '11:30', time '12:30', time '15:30', 'Perpres 21/2023, Ramadan ' || year
from (values (date '2024-03-12', date '2024-04-09', '1445 H'),
             (date '2025-03-01', date '2025-03-30', '1446 H'),
             (date '2026-02-19', date '2026-03-20', '1447 H')) as ramadan (first, last, year);

-- A declared outage or freeze: no working time passes in the area while it lasts.
create table casework.clock_stop (
    stop_id       bigint generated always as identity primary key,
    area_code     varchar(10) not null check (area_code ~ '^(\d{2}(\d{2}(\d{2}(\d{4})?)?)?)?$'),
    from_at       timestamptz not null,
    until_at      timestamptz,
    counted_until timestamptz not null,
    reason        text        not null check (length(reason) between 10 and 300),
    declared_by   bigint      not null,
    check (from_at < counted_until),
    check (until_at is null or until_at = counted_until)
);
comment on column casework.clock_stop.area_code is 'Where it holds: the beginning of the area code; empty is the nation';
comment on column casework.clock_stop.until_at is 'Null while nobody knows when it ends';
comment on column casework.clock_stop.counted_until is 'How far due dates have been moved already; goes on every morning while it lasts';
create index clock_stop_from on casework.clock_stop (from_at);

create table casework.calendar_change (
    change_id  bigint generated always as identity primary key,
    at         timestamptz not null,
    account_id bigint,
    what       text        not null,
    subject    text        not null,
    before     text,
    after      text,
    moved      integer     not null
);
comment on table casework.calendar_change is 'append-only: who changed the calendar, from what to what, and how many open tasks it moved';
