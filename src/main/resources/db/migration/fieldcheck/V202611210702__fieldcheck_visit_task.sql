-- The visit that waits for somebody: the worker's own list needs its link and its due date without asking the engine.
alter table fieldcheck.field_check add column visit_task text;
alter table fieldcheck.field_check add column visit_due_at timestamptz;

create index field_check_visit_task on fieldcheck.field_check (visit_task) where visit_task is not null;
