-- Workflows of an account: a draft that may be wrong, and versions that orders are pinned to.
create table workflows (
  version   int     not null default 0,     -- the latest published one; 0: only a draft
  retired   boolean not null default false, -- no new order starts in it
  account   text    not null,
  workflow  text    not null,
  draft     json,                           -- a table without name and version; null once it was published as it is
  check (version > 0 or draft is not null),
  primary key (account, workflow)
);
select protect('workflows', 'select, insert, update, delete');

-- What was published once is never changed, so whoever has read a version may keep it for ever.
create table workflow_versions (
  version       int         not null,
  published_at  timestamptz not null,
  account       text        not null,
  workflow      text        not null,
  published_by  text        not null,
  definition    json        not null, -- the whole table, as core reads it
  primary key (account, workflow, version)
);
select protect('workflow_versions', 'select, insert');
