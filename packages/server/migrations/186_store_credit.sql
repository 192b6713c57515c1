-- Gift cards and store credit: what buyers have with the shop. A row of `credits` is the balance; `credit_movements` says
-- how it came about, and `credit_holds` what of it is promised to a payment.

create table credits (
  created_at   timestamptz not null,
  expires_at   timestamptz,          -- from then on nothing new is held
  balance      bigint      not null check (balance >= 0),
  held         bigint      not null default 0 check (held >= 0), -- part of the balance
  active       boolean     not null,
  account      text        not null,
  credit       text        not null,
  kind         text        not null check (kind in ('gift_card', 'store_credit')),
  currency     text        not null,
  customer_id  text,                 -- whose it is; null: of whoever has the code
  code_hash    bytea,                -- of the code on a gift card, keyed by the secret of the installation
  primary key (account, credit),
  check (held <= balance)
);
create unique index credits_code on credits (account, code_hash) where code_hash is not null;
create index credits_customer on credits (account, customer_id, credit) where customer_id is not null;
select protect('credits', 'select, insert, update');

create table credit_holds (
  at          timestamptz not null,
  authorised  bigint      not null check (authorised > 0),
  captured    bigint      not null default 0 check (captured >= 0),
  voided      bigint      not null default 0 check (voided >= 0),
  refunded    bigint      not null default 0 check (refunded >= 0),
  account     text        not null,
  hold        text        not null,
  credit      text        not null,
  key         text        not null, -- under which it was asked for
  order_id    text        not null,
  payment_id  text        not null,
  primary key (account, hold),
  unique (account, key),
  foreign key (account, credit) references credits (account, credit),
  check (captured + voided <= authorised),
  check (refunded <= captured)
);
select protect('credit_holds', 'select, insert, update');

create table credit_movements (
  at        timestamptz not null,
  amount    bigint      not null, -- of `adjusted` with its sign
  balance   bigint      not null, -- after it
  held      bigint      not null, -- after it
  account   text        not null,
  id        uuid        not null, -- version 7: the list is read by it
  credit    text        not null,
  kind      text        not null check (kind in ('adjusted', 'held', 'captured', 'voided', 'refunded')),
  key       text        not null, -- one movement of a kind for each
  hold      text,
  order_id  text,
  actor     text        not null,
  reason    text        not null,
  primary key (account, id),
  unique (account, kind, key)
);
create index credit_movements_credit on credit_movements (account, credit, id);
create index credit_movements_hold on credit_movements (account, hold, id) where hold is not null;
select protect('credit_movements', 'select, insert');
