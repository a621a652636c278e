-- One word for how a case ends that does not lead into the register, as in the rules of retention.
alter table worklist.comment rename column led_nowhere_at to unsuccessful_since;
comment on column worklist.comment.unsuccessful_since is 'Since when it counts that its case was unsuccessful: its end, or when this was said after it; null for all others';
