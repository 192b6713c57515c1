-- What an account is set up with, beside its catalogue: defaults, stores, channels, stock places.

alter table accounts
  add column default_store     text   not null default 'default', -- of an order that names none
  add column default_channel   text   not null default 'default',
  add column default_workflow  text   not null default 'complete',
  add column rounding          text   not null default 'half_up' check (rounding in ('half_up', 'half_even', 'down')),
  add column languages         text[] not null default '{en}',    -- BCP 47, the first is the account's own
  add column time_zone         text   not null default 'UTC';

alter table stores
  add column currency   text,                             -- null: none of its own
  add column languages  text[]  not null default '{}',    -- empty: those of the account
  add column time_zone  text,                             -- null: that of the account
  add column active     boolean not null default true;    -- false: takes no new orders

create table channels (
  active   boolean not null default true, -- false: takes no new orders
  account  text    not null,
  channel  text    not null,
  name     text    not null,
  kind     text    not null check (kind in ('shop', 'marketplace', 'point_of_sale', 'phone', 'other')),
  store    text,                          -- orders of this channel belong to it; null: they name one
  primary key (account, channel)
);
select protect('channels', 'select, insert, update, delete');

create table stock_places (
  active   boolean not null default true, -- false: new orders claim nothing here
  account  text    not null,
  place    text    not null,
  name     text    not null,
  address  jsonb,                         -- of a warehouse or shop, not of a person
  primary key (account, place)
);
select protect('stock_places', 'select, insert, update, delete');

-- Everything that orders, products and stock name today becomes known, so that all goes on as it did. The tables are
-- opened to their owner meanwhile, whom forced policies bind.
alter table accounts no force row level security;
alter table stores no force row level security;
alter table channels no force row level security;
alter table stock_places no force row level security;
alter table products no force row level security;
alter table stock no force row level security;
alter table order_list no force row level security;
insert into stores (account, store, name)
  select account, store, min(store) from order_list group by account, store
  on conflict do nothing;
insert into channels (account, channel, name, kind)
  select account, 'default', 'Default', 'shop' from accounts
  union select account, channel, channel, 'shop' from order_list where channel <> 'default';
insert into stock_places (account, place, name)
  select account, 'main', 'Main' from accounts
  union select account, place, place from stock where place <> 'main'
  union select account, place, place from products where place <> 'main';
alter table accounts force row level security;
alter table stores force row level security;
alter table channels force row level security;
alter table stock_places force row level security;
alter table products force row level security;
alter table stock force row level security;
alter table order_list force row level security;

create or replace function ensure_account(p_account text, p_name text) returns boolean
language plpgsql as $$
begin
  insert into accounts (account, name) values (p_account, p_name) on conflict do nothing;
  if not found then return false; end if;
  insert into stores (account, store, name) values (p_account, 'default', p_name);
  insert into channels (account, channel, name, kind) values (p_account, 'default', 'Default', 'shop');
  insert into stock_places (account, place, name) values (p_account, 'main', 'Main');
  insert into account_heads (account) values (p_account);
  perform seed_roles(p_account);
  return true;
end $$;
