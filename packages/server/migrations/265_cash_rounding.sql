-- What orders in a currency come to where the smallest coins are gone.

create table cash_roundings (
  step             int    not null check (step between 2 and 1000000),  -- in minor units
  account          text   not null,
  currency         text   not null,
  direction        text   not null check (direction in ('nearest', 'up', 'down')),
  payment_methods  text[] not null,                                     -- by which every payment is made; empty: any
  primary key (account, currency)
);
select protect('cash_roundings', 'select, insert, update, delete');
