-- The engine brings indexes for every question its pages and its query interface may ask. Ours are few: by the instance
-- and its root, by its end, by what is due to be forgotten, by the business key. The others cost more than half of what a step of a
-- case writes, and those that hold an end keep PostgreSQL from changing a row in its place when a case ends.
drop index if exists
    -- There is one tenant.
    act_idx_exec_tenant_id, act_idx_task_tenant_id, act_idx_event_subscr_tenant_id, act_idx_variable_tenant_id,
    act_idx_inc_tenant_id, act_idx_job_tenant_id, act_idx_hi_pro_inst_tenant_id, act_idx_hi_act_inst_tenant_id,
    act_idx_hi_task_inst_tenant_id, act_idx_hi_var_inst_tenant_id, act_idx_hi_ident_lnk_tenant_id,
    -- Reports by process, person or moment are answered from the rooms' own tables.
    act_idx_hi_pro_inst_proc_def_key, act_idx_hi_pro_inst_proc_time,
    act_idx_hi_pi_pdefid_end_time, act_idx_hi_pro_rst_pro_inst_id,
    act_idx_hi_act_inst_start_end, act_idx_hi_act_inst_end, act_idx_hi_act_inst_comp, act_idx_hi_act_inst_stats,
    act_idx_hi_act_inst_proc_def_key, act_idx_hi_ai_pdefid_end_time,
    act_idx_hi_task_inst_proc_def_key, act_idx_hi_taskinstid_procinst, act_idx_hi_task_inst_start,
    act_idx_hi_task_inst_end,
    act_idx_hi_procvar_name_type, act_idx_hi_varinst_name, act_idx_hi_casevar_case_inst, act_idx_hi_var_inst_proc_def_key,
    act_idx_hi_ident_lnk_user, act_idx_hi_ident_lnk_group, act_idx_hi_ident_lnk_proc_def_key,
    act_idx_hi_ident_lnk_timestamp, act_idx_task_last_updated,
    -- Another one begins with the same columns.
    act_idx_hi_procvar_proc_inst, act_idx_variable_task_id;
