-- Imports of history: what is to be read, how far it has come, what became of it. No row of a source lies here but those of
-- files that were uploaded, encrypted, until the import has ended.

create table imports (
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  ended_at     timestamptz,
  bytes        bigint      not null default 0, -- read of the files; with `staged_bytes` the progress of staging
  staged_rows  bigint      not null default 0, -- all rows of the files, once they are sorted
  done_rows    bigint      not null default 0,
  orders       bigint      not null default 0, -- written by this import
  present      bigint      not null default 0, -- there already: of an earlier run, or of another import
  documents    bigint      not null default 0, -- return invoices that the orders came with
  rejected     bigint      not null default 0, -- rows
  stop         boolean     not null default false, -- somebody wants it to end
  account      text        not null,
  import_id    uuid        not null,            -- version 7: the list is read by it
  state        text        not null check (state in ('uploading', 'waiting', 'running', 'done', 'failed', 'cancelled')),
  origin       text        not null check (origin in ('upload', 'command')),
  created_by   text        not null,
  source       text,                            -- as the mapping names it
  mapping      text        not null,
  files        jsonb       not null,            -- [{ name, bytes }]
  fingerprint  text,                            -- sha256 of mapping and files: the same again goes on where it stopped
  position     text,                            -- key of the last group that was written; null at the beginning and the end
  sums         jsonb       not null default '[]', -- [{ status, month, currency, orders, total }], minor units
  failure      text,
  primary key (account, import_id)
);
create index imports_fingerprint on imports (account, fingerprint) where fingerprint is not null;
create index imports_waiting on imports (created_at) where state in ('waiting', 'running') and origin = 'upload';
select protect('imports', 'select, insert, update');

create table import_rejections (
  nth        bigint not null,
  value      bigint,          -- of the source's sum, in minor units, where somebody knows it
  line       int    not null, -- where the row begins in its file
  account    text   not null,
  import_id  uuid   not null,
  file       text   not null,
  record     text   not null,
  reason     text   not null,
  primary key (account, import_id, nth)
);
select protect('import_rejections', 'select, insert, delete');

create table import_chunks (
  file       int   not null, -- place in `imports.files`
  nth        int   not null,
  account    text  not null,
  import_id  uuid  not null,
  bytes      bytea not null, -- sealed
  primary key (account, import_id, file, nth)
);
alter table import_chunks alter bytes set storage external; -- sealed bytes do not compress
select protect('import_chunks', 'select, insert, delete');
