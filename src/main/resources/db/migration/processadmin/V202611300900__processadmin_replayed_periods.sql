-- A diagram of periods is asked about periods: they are counted, and a few of them give away nobody.
alter table processadmin.replay add column periods boolean not null default false;
