-- A file that is uploaded again takes the place of the one before when it is whole: until then its pieces are numbered below
-- zero. The login that serves without roles of its own owns the table.
grant update (nth) on import_chunks to docket_serving;
