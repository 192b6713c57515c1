-- Filters of the order list that somebody saved. The query is kept as it was asked, in the words of the API of its day, and
-- is checked again whenever it is read.
create table order_views (
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  position    int         not null, -- where a screen shows it; ties go by id
  shared      boolean     not null, -- false: its owner alone sees it
  account     text        not null,
  view_id     text        not null,
  owner       text        not null, -- key:erp, user:7: who saved it
  name        text        not null,
  query       jsonb       not null,
  columns     text[]      not null, -- what a screen shows of each order
  people      text[]      not null, -- subjects that the query names (customer:<id>, email:<hmac>), to forget them by
  primary key (account, view_id)
);
create index order_views_position on order_views (account, position, view_id);
select protect('order_views', 'select, insert, update, delete');
