-- What is to be forgotten is found by its end and goes instance by instance: the engine's own cleaning by root and removal
-- time, for which these are, has no hours to run in and nobody who calls it. Each of them is written at random places with
-- every step of a case.
drop index if exists
    act_idx_hi_pro_inst_root_pi, act_idx_hi_pro_inst_rm_time,
    act_idx_hi_actinst_root_pi, act_idx_hi_act_inst_rm_time,
    act_idx_hi_taskinst_root_pi, act_idx_hi_task_inst_rm_time,
    act_idx_hi_varinst_root_pi, act_idx_hi_varinst_rm_time,
    act_idx_hi_detail_root_pi, act_idx_hi_detail_rm_time,
    act_idx_hi_ident_lnk_root_pi, act_idx_hi_ident_link_rm_time,
    act_idx_hi_incident_root_pi, act_idx_hi_incident_rm_time,
    act_idx_hi_comment_root_pi, act_idx_hi_comment_rm_time,
    act_idx_hi_attachment_root_pi, act_idx_hi_attachment_rm_time,
    act_idx_hi_op_log_root_pi, act_idx_hi_op_log_rm_time,
    act_idx_hi_job_log_root_pi, act_idx_hi_job_log_rm_time,
    act_hi_ext_task_log_root_pi, act_hi_ext_task_log_rm_time,
    act_idx_hi_dec_inst_root_pi, act_idx_hi_dec_inst_rm_time,
    act_idx_hi_dec_in_root_pi, act_idx_hi_dec_in_rm_time,
    act_idx_hi_dec_out_root_pi, act_idx_hi_dec_out_rm_time,
    act_idx_bytearray_root_pi, act_idx_bytearray_rm_time,
    act_hi_bat_rm_time;
