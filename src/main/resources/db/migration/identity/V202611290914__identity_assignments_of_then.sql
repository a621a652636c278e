-- What somebody was is asked for as often as what he is: whoever reads an old case asks it of everybody in it.
drop index identity.assignment_account;
create index assignment_account on identity.assignment (account_id);
