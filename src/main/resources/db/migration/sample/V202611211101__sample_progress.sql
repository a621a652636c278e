create schema sample;

create table sample.progress (
    part text    not null primary key,
    done integer not null
);
comment on table sample.progress is 'How much of each part of the sample is made; written with it, so that a killed start goes on and doubles nothing';
