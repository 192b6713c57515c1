-- Commands that were previewed and not sent. A row lives for 15 minutes; housekeeping takes it away after that.
-- What was asked may hold anything a command holds, so it is sealed under its token, which only the caller has: neither a
-- dump nor the secret of the installation opens it.
create table previews (
  expires_at    timestamptz not null,
  account       text        not null,
  token_sha256  bytea       not null,
  credential    text        not null, -- who may see and commit it
  subjects      text[]      not null, -- whose personal data it may hold; forgetting one of them deletes it
  content       bytea       not null, -- command, facts, ids, base versions and effects
  primary key (account, token_sha256)
);
create index previews_expired on previews (expires_at);
alter table previews alter content set storage external; -- sealed bytes do not compress
select protect('previews', 'select, insert, delete');
