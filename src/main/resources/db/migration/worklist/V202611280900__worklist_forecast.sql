-- What was foretold of a piece of work, once, in its first night; kept to compare with what happened.
create table worklist.forecast (
    item_id bigint      primary key references worklist.work_item (item_id) on delete cascade,
    made_at timestamptz not null,
    risk    smallint    not null check (risk between 0 and 100)
);
comment on column worklist.forecast.risk is 'Per cent of comparable work that took longer than this has time';
