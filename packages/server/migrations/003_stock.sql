-- What decisions read from plain tables, and the stock that they claim.

create table products (
  account       text    not null,
  sku           text    not null,
  gtin          text,
  name          text    not null,
  price_micros  bigint  check (price_micros >= 0), -- millionths of the major unit of `currency`
  currency      text,
  counted       boolean not null default true,
  place         text    not null default 'main',   -- where its pieces lie when a line does not say
  check (price_micros is null or currency is not null),
  primary key (account, sku)
);
create index products_gtin on products (account, gtin) where gtin is not null;
select protect('products', 'select, insert, update, delete');

-- Pieces. available = on_hand - claimed - confirmed; the commit function asks before, the check stands behind it.
create table stock (
  on_hand    bigint not null check (on_hand >= 0),
  claimed    bigint not null default 0 check (claimed >= 0),
  confirmed  bigint not null default 0 check (confirmed >= 0),
  account    text   not null,
  sku        text   not null,
  place      text   not null,
  constraint stock_not_oversold check (on_hand - claimed - confirmed >= 0),
  primary key (account, sku, place)
) with (fillfactor = 50);
select protect('stock', 'select, insert, update');

-- Every change of a stock row, with the counters before it; after = before + what `kind` means times quantity, which the
-- last three columns spell out so that the ledger adds up without code.
create table stock_movements (
  id                bigint generated always as identity,
  at                timestamptz not null,
  quantity          bigint not null,
  on_hand_before    bigint not null,
  claimed_before    bigint not null,
  confirmed_before  bigint not null,
  on_hand_after     bigint not null,
  claimed_after     bigint not null,
  confirmed_after   bigint not null,
  account           text   not null,
  sku               text   not null,
  place             text   not null,
  kind              text   not null, -- set, or the kind of a claim
  order_id          text,
  line_id           text,
  reason            text,            -- of a change by hand
  primary key (account, sku, place, id)
);
select protect('stock_movements', 'select, insert');

create table customers (
  account      text not null,
  customer_id  text not null,
  email        text, -- personal
  first_name   text, -- personal
  last_name    text, -- personal
  phone        text, -- personal
  document     text, -- personal
  company      text, -- personal
  locale       text,
  forgotten_at timestamptz,
  primary key (account, customer_id)
);
create index customers_email on customers (account, lower(email)) where email is not null;
select protect('customers', 'select, insert, update, delete');

create table shipping_methods (
  account   text   not null,
  code      text   not null,
  name      text   not null,
  price     bigint not null check (price >= 0), -- minor units of `currency`
  currency  text   not null,
  primary key (account, code)
);
select protect('shipping_methods', 'select, insert, update, delete');
