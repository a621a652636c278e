-- What has ended long ago is looked for at night. By ranges of pages it is found well enough, for rows lie in the order they
-- came; and from PostgreSQL 16 on an instance that ends is then changed in its place, since such an index does not point to
-- single rows.
drop index if exists act_idx_hi_pro_inst_end;
create index act_hi_procinst_ended on act_hi_procinst using brin (end_time_);
