-- Which mail goes out next: somebody waits for a code before his screen, and what is urgent does not stand behind what is not.
drop index worklist.delivery_due;
create index delivery_next on worklist.delivery ((kind = 'CODE') desc, urgent desc, due_at) where state = 'WAITING';
