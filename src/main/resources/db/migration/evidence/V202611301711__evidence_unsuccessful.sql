-- One word for how a case ends that does not lead into the register, as in the rules of retention.
alter table evidence.attachment rename column led_nowhere_at to unsuccessful_since;
