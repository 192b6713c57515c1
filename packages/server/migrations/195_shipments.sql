-- Who carries parcels, and where they are picked up.

create table carriers (
  active        boolean not null default true, -- false: offered no more; parcels keep what they say
  account       text    not null,
  code          text    not null,
  name          text    not null,
  tracking_url  text,                          -- with {trackingNumber}, https; null: its parcels are followed nowhere
  primary key (account, code)
);
select protect('carriers', 'select, insert, update, delete');

create table pickup_points (
  active         boolean not null default true, -- false: no new shipment goes there
  account        text    not null,
  code           text    not null,
  name           text    not null,
  address        jsonb,                         -- of a shop or locker, not of a person
  opening_hours  text,
  primary key (account, code)
);
select protect('pickup_points', 'select, insert, update, delete');
