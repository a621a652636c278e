-- A row of the engine that tells its instance tells its execution too, and an execution its parent: those keys lead to the
-- instance as well, and it cannot go before them. The second key guards nothing more, and is looked at for each execution
-- that goes and for each row that comes.
alter table act_ru_execution drop constraint act_fk_exe_procinst;
alter table act_ru_task drop constraint act_fk_task_procinst;
alter table act_ru_variable drop constraint act_fk_var_procinst;
alter table act_ru_incident drop constraint act_fk_inc_procinst;
