-- A supervisor who reminds of a task or leaves a note at it has acted as well.
alter table casework.task_rung drop constraint task_rung_acted_check;
alter table casework.task_rung add constraint task_rung_acted_check
    check (acted in ('DONE', 'GONE', 'TAKEN', 'MOVED', 'REMINDED', 'NOTED'));
comment on column casework.task_rung.acted is 'What was done with the task after the rung: done, gone by itself, taken by somebody, given another date, reminded of or given a note by a supervisor';
