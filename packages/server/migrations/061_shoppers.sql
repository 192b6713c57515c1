-- Shoppers: codes that are mailed to them, sessions, links that open one order. And customers are found by their address.

create table shopper_codes (
  account     text        not null,
  recipient   text        not null, -- email:<hmac>
  code_hash   bytea       not null, -- HMAC under the secret: eight digits are guessed from a plain hash
  tries       int         not null default 0,
  expires_at  timestamptz not null,
  primary key (account, recipient)
);
select protect('shopper_codes', 'select, insert, update, delete');

create table shopper_sessions (
  account       text        not null,
  session_id    text        not null,
  token_sha256  bytea       not null,
  recipient     text        not null, -- email:<hmac>
  address       bytea       not null, -- sealed: the orders of the shopper are found by it
  created_at    timestamptz not null,
  expires_at    timestamptz not null,
  primary key (account, session_id),
  unique (account, token_sha256)
);
create index shopper_sessions_recipient on shopper_sessions (account, recipient);
select protect('shopper_sessions', 'select, insert, delete');

create table guest_links (
  account       text        not null,
  link_id       text        not null,
  order_id      text        not null,
  token_sha256  bytea       not null,
  created_at    timestamptz not null,
  created_by    text        not null, -- key:… or user:…
  expires_at    timestamptz not null,
  primary key (account, link_id),
  unique (account, token_sha256)
);
create index guest_links_order on guest_links (account, order_id);
select protect('guest_links', 'select, insert, delete');

-- Codes that were asked for and tried, counted so that several processes see the same figure. Who tried is an HMAC.
create table shopper_attempts (
  account     text        not null,
  subject     bytea       not null,
  attempts    int         not null,
  expires_at  timestamptz not null,
  primary key (account, subject)
);
select protect('shopper_attempts', 'select, insert, update, delete');

-- As personal-data/keys.ts compares addresses. A column, because under row-level policies an index on an expression with
-- lower() is not used: lower() is not leakproof.
alter table customers add column address text generated always as (lower(trim(normalize(email, NFC)))) stored;
create index customers_address on customers (account, address) where address is not null;
drop index customers_email;

-- A mail that anybody may ask for goes only to people whom the account knows.
alter table mails drop constraint mails_state_check,
  add constraint mails_state_check check (state in ('queued', 'sent', 'kept', 'failed', 'withheld'));
