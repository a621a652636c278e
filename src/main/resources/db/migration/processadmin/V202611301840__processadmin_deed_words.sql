-- Why somebody began a move, let it go on or gave it up; of the system, the faults for which it stopped.
alter table processadmin.migration_deed add column words text;
