-- Each of these rows is written once and changed once or a few times, when its step or its case ends: with room left in its
-- page it is changed in its place, and no index hears of it.
alter table act_hi_actinst set (fillfactor = 80);
alter table act_hi_procinst set (fillfactor = 80);
