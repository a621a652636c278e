-- One word for how a case ends that does not lead into the register, as in the rules of retention.
alter table fieldcheck.field_check rename column led_nowhere_at to unsuccessful_since;
alter index fieldcheck.field_check_led_nowhere rename to field_check_unsuccessful;
