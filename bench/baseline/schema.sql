-- The fixed baseline: what placing an order costs at least when it is one row each of the usual tables. Changing it makes
-- older figures worthless; add another contestant instead.
create table orders (
  id          bigint      generated always as identity primary key,
  created_at  timestamptz not null default now(),
  document    jsonb       not null -- 6 KB
);

create table order_lines (
  order_id  bigint not null,
  line      int    not null,
  sku       text   not null,
  quantity  int    not null,
  price     bigint not null,
  primary key (order_id, line)
);

create table payments (
  id        bigint generated always as identity primary key,
  order_id  bigint not null,
  method    text   not null,
  amount    bigint not null
);

create table events (
  id        bigint      generated always as identity primary key,
  order_id  bigint      not null,
  type      text        not null,
  at        timestamptz not null default now(),
  data      jsonb       not null
);

create table outbox (
  id        bigint      generated always as identity primary key,
  order_id  bigint      not null,
  topic     text        not null,
  at        timestamptz not null default now(),
  payload   jsonb       not null
);

create table stock (
  sku        text   primary key,
  available  bigint not null check (available >= 0)
) with (fillfactor = 50);
