-- Of an administrator who was named to look after a failed step: which one.
alter table processadmin.run_deed add column whom bigint;
