-- What tax services were told of orders, and how far the log was followed for it.

create table tax_documents (
  updated_at    timestamptz not null,
  filed_at      timestamptz,                        -- when the service took it first
  charged       bigint      not null,               -- tax that the buyer was charged, in minor units
  tax           bigint,                             -- what the service has for it; null: it did not say
  tries         int         not null default 0,     -- calls since it was last as wanted
  resend        boolean     not null default false, -- somebody wants it told again, whatever the service has
  account       text        not null,
  code          text        not null,
  order_id      text        not null,
  store         text        not null,
  provider      text        not null,
  kind          text        not null check (kind in ('sale', 'refund')),
  paper         text        not null,
  state         text        not null check (state in ('waiting', 'filed', 'voided', 'failed')),
  currency      text        not null,
  content_hash  text,                               -- of what the service has
  provider_id   text,
  error         text,                               -- a code; null: the last call went well
  request       bytea,                              -- the last call and its answer: sealed, for they hold addresses
  answer        bytea,
  primary key (account, code)
);
create index tax_documents_order on tax_documents (account, order_id, code);
create index tax_documents_updated on tax_documents (account, updated_at desc, code desc);
create index tax_documents_state on tax_documents (account, state, updated_at desc, code desc);
select protect('tax_documents', 'select, insert, update');

-- The row is there from when a store of the account first has a provider.
create table tax_positions (
  account   text   not null primary key,
  position  bigint not null -- seq of the last event that was looked at
) with (fillfactor = 20);
select protect('tax_positions', 'select, insert, update');

-- All orders of a store told again.
create table tax_runs (
  started_at  timestamptz not null,
  ended_at    timestamptz,
  after_at    timestamptz,           -- the last order that was set, by its creation and id
  after_id    text,
  orders      bigint not null default 0,
  account     text   not null,
  run         text   not null,
  store       text   not null,
  started_by  text   not null,
  primary key (account, run)
);
create index tax_runs_started on tax_runs (account, started_at desc, run desc);
select protect('tax_runs', 'select, insert, update');
