-- Roles, and keys as people manage them: a label, roles, a scope, and two tokens while one takes the place of the other.

create table roles (
  account      text        not null,
  role         text        not null check (role ~ '^[a-z0-9][a-z0-9_-]{0,62}$'),
  name         text        not null,
  permissions  text[]      not null, -- names of access/permissions.ts, or * for all
  created_at   timestamptz not null default now(),
  primary key (account, role)
);
select protect('roles', 'select, insert, update, delete');

-- The roles that an account begins with. They are rows like any other: each account changes its own. Only the
-- administrator stays as it is, so that somebody always may do everything.
create function seed_roles(p_account text) returns void
language sql as $$
  insert into roles (account, role, name, permissions) values
    (p_account, 'administrator', 'Administrator', '{*}'),
    (p_account, 'manager', 'Manager',
     '{orders.view,orders.place,orders.edit,orders.invoice,orders.ship,orders.cancel,orders.refund,orders.delete,prices.view,personal.view,catalogue.view,catalogue.edit,stock.view,stock.edit,customers.view,customers.edit,shipping.view,shipping.edit,settings.view,access.view,users.view,mails.view,mails.edit}'),
    (p_account, 'support', 'Support',
     '{orders.view,orders.place,orders.edit,orders.cancel,orders.refund,prices.view,personal.view,catalogue.view,stock.view,customers.view,customers.edit,shipping.view,mails.view,mails.edit}'),
    (p_account, 'warehouse', 'Warehouse',
     '{orders.view,orders.invoice,orders.ship,personal.view,catalogue.view,stock.view,stock.edit,shipping.view}'),
    (p_account, 'finance', 'Finance',
     '{orders.view,orders.edit,orders.invoice,orders.refund,prices.view,personal.view,customers.view,catalogue.view,shipping.view,settings.view}'),
    (p_account, 'viewer', 'Viewer', '{orders.view,catalogue.view,stock.view,shipping.view}')
  on conflict (account, role) do nothing
$$;

-- As in 001, and with its roles.
create or replace function ensure_account(p_account text, p_name text) returns boolean
language plpgsql as $$
begin
  insert into accounts (account, name) values (p_account, p_name) on conflict do nothing;
  if not found then return false; end if;
  insert into stores (account, store, name) values (p_account, 'default', p_name);
  insert into account_heads (account) values (p_account);
  perform seed_roles(p_account);
  return true;
end $$;

alter table app_keys
  add column label       text    not null default '',
  add column roles       text[]  not null default '{}', -- beside its own permissions
  add column stores      text[],                        -- orders of these stores alone; null: of all
  add column seller      text,                          -- orders of which this seller has a line
  add column own         boolean not null default false, -- orders whose assignee is the key
  add column created_by  text    not null default '';    -- key:…, user:…, as in the log of orders; empty: made by the server

create table app_key_tokens (
  account       text        not null,
  key           text        not null,
  token         int         not null check (token > 0), -- ascending in the key; at most two at a time
  token_sha256  bytea       not null,
  ending        text        not null default '', -- its last four characters, to know it by; empty: not known
  created_at    timestamptz not null default now(),
  last_used_at  timestamptz, -- to the minute
  primary key (account, key, token),
  foreign key (account, key) references app_keys (account, key) on delete cascade
);
select protect('app_key_tokens', 'select, insert, update, delete');
-- As for `app_keys`: the session names the key that is presented.
create policy app_key_tokens_presented on app_key_tokens for select to docket_serving
  using (key = current_setting('docket.app_key', true));

-- The owner is bound by the policies as well, and here it must see every account. Keys could see money and people until
-- now, so those that read orders keep both.
alter table accounts no force row level security;
alter table app_keys no force row level security;
alter table app_key_tokens no force row level security;
alter table roles no force row level security;
select seed_roles(account) from accounts;
update app_keys set permissions = permissions || '{prices.view,personal.view}'
 where 'orders.view' = any (permissions);
insert into app_key_tokens (account, key, token, token_sha256, created_at)
select account, key, 1, token_sha256, created_at from app_keys;
alter table accounts force row level security;
alter table app_keys force row level security;
alter table app_key_tokens force row level security;
alter table roles force row level security;
alter table app_keys drop column token_sha256;
