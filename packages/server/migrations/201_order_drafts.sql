-- Drafts of edits: changes of a placed order that somebody prepares, beside the order and beside each other.

create table order_drafts (
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  base_version int         not null, -- of the order as the changes were written against it
  confirmed_as int,                  -- the version that confirming made
  account      text        not null,
  draft_id     text        not null, -- sorts by creation
  order_id     text        not null,
  state        text        not null check (state in ('open', 'confirmed', 'discarded')),
  created_by   text        not null,
  content      bytea       not null, -- sealed: the changes and why, which may hold addresses
  primary key (account, draft_id)
);
create index order_drafts_of_order on order_drafts (account, order_id, draft_id);
create index order_drafts_by_state on order_drafts (account, state, draft_id);
alter table order_drafts alter content set storage external; -- sealed bytes do not compress
select protect('order_drafts', 'select, insert, update, delete');
