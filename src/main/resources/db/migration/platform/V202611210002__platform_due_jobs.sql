-- The engine looks for due jobs by date; without this index each look reads every future timer.
create index act_ru_job_due on act_ru_job (duedate_);
