-- How stores charge tax: the provider of each, the account's own rates, and what of products and customers taxes ask for.

alter table products add column tax_category text;   -- null: standard
alter table customers add column tax_exemption text; -- why they pay none, in a word of the tax service; null: they pay

create table tax_settings (
  taxes_orders       boolean  not null,          -- orders whose senders say nothing of tax are taxed
  account            text     not null,
  store              text     not null,
  provider           text     not null check (provider in ('none', 'rates', 'avatax')),
  discounts          text     not null check (discounts in ('distribute', 'after')),
  rounding           text     not null check (rounding in ('line', 'rate')),
  shipping_category  text,                       -- null: shipping bears no tax
  ship_from          jsonb,                      -- {country, region, postalCode, city, street}
  tax_codes          jsonb    not null,          -- the tax service's codes by category of the account
  service_url        text,
  service_account    text,
  company_code       text,
  licence_key        bytea,                      -- sealed
  primary key (account, store),
  foreign key (account, store) references stores (account, store) on delete cascade
);
select protect('tax_settings', 'select, insert, update, delete');

create table tax_rates (
  valid_from       timestamptz,
  valid_until      timestamptz,
  rate_millionths  int   not null check (rate_millionths between 0 and 1000000),
  account          text  not null,
  tax_rate         text  not null,
  name             text  not null,
  country          text,                         -- null: wherever no rate names the country
  region           text,
  category         text  not null,
  primary key (account, tax_rate),
  check (region is null or country is not null)
);
-- A basket asks for some categories, wherever it goes.
create index tax_rates_category on tax_rates (account, category, country);
select protect('tax_rates', 'select, insert, update, delete');
