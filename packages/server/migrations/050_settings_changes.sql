-- Who changed which setting, and from what to what. Written in the transaction of the change, never changed afterwards.
create table settings_changes (
  id       bigint generated always as identity,
  at       timestamptz not null,
  account  text        not null,
  actor    text        not null, -- key:erp, staff:…, cli, as in the log of orders
  kind     text        not null, -- a name of settings-history/setting-kinds.ts
  key      text        not null, -- of the thing: a SKU, a store, a customer id
  action   text        not null check (action in ('created', 'changed', 'removed')),
  fields   text[]      not null, -- names of those that differ, also of those whose values are not kept
  before   jsonb,                -- of a change: the fields that differ; secrets and personal data never
  after    jsonb,
  check ((before is null) = (action = 'created') and (after is null) = (action = 'removed')),
  primary key (account, id)
);
create index settings_changes_key on settings_changes (account, kind, key, id);
create index settings_changes_at on settings_changes (account, at);
select protect('settings_changes', 'select, insert');
