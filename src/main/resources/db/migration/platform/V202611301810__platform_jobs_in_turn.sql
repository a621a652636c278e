-- The executor takes what has been due longest, in the order of this index, and asks of each whether another job of the
-- same instance is being done. Without an index of those being done it reads every job there is, for each fifty it takes.
update act_ru_job set duedate_ = coalesce(create_time_, localtimestamp) where duedate_ is null;
create index act_ru_job_held on act_ru_job (process_instance_id_) where exclusive_ and lock_owner_ is not null;
