-- A letter's hash can be checked line by line as long as it stands, also of a case that left the list after the letter and is
-- corrected or erased since.
alter table finalization.batch_item
    add column line_head text,
    add column line_nik  text;
comment on column finalization.batch_item.line_head is 'Whom the ratified line names, once its case has left; null while the case itself tells';
comment on column finalization.batch_item.line_nik is 'The masked number of the ratified line, once its case has left; null while the case itself tells';
