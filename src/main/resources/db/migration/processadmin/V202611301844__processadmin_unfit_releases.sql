-- Since when the check refuses a release that is in force: after an update of the application it may no longer fit.
alter table processadmin.release add column unfit_at timestamptz;
