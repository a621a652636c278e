-- The executor takes what has been due longest, in the order of act_ru_job_due, and passes over jobs without a due date: each
-- gets one here, and the engine gives one to all that come (EngineSetup).
update act_ru_job set duedate_ = coalesce(create_time_, localtimestamp) where duedate_ is null;

-- Of each it asks whether another job of the same instance is being done. Without an index of those it reads every job there
-- is, for each fifty it takes.
create index act_ru_job_held on act_ru_job (process_instance_id_) where exclusive_ and lock_owner_ is not null;
