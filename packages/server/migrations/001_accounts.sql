-- Accounts and what hangs on them. Names are unqualified: the search path of the connection says which schema is meant.

-- Forces row-level security on a table and opens it to the serving role for the accounts of its session, and to the
-- follower role for all of them. `p_rights` are the serving role's.
-- The first comparison decides for a session of one account and spares taking the list apart for every row that is written;
-- no account is named as a list or as nothing (check of `accounts`). Being an OR, no index is read by it: as a plain `any`
-- it competed with the account that every statement names, and where a table had no statistics yet, the planner read all
-- stock of the account for each place of a batch (PostgreSQL then took 490 µs for an order instead of 320).
create function protect(p_table text, p_rights text) returns void
language plpgsql as $$
begin
  execute format('alter table %I enable row level security, force row level security', p_table);
  execute format('create policy %I on %I to docket_serving
                    using (account = current_setting(''docket.accounts'', true)
                           or account = any (string_to_array(current_setting(''docket.accounts'', true), '','')))',
                 p_table || '_account', p_table);
  execute format('grant %s on %I to docket_serving', p_rights, p_table);
  -- Where the login may make no roles, it serves and follows at once, and the second policy would open the first.
  if (select count(*) from pg_roles where rolname in ('docket_serving', 'docket_follower')
         and pg_has_role(current_user, oid, 'member')) = 2 then
    execute format('create policy %I on %I to docket_follower using (true)', p_table || '_follower', p_table);
    execute format('grant %s on %I to docket_follower', p_rights, p_table);
  elsif p_table = 'accounts' then
    -- There a follower names every account in its session, so it must be able to list them.
    create policy accounts_listed on accounts for select using (true);
  end if;
end $$;

create table accounts (
  account            text        not null primary key check (account ~ '^[a-z0-9][a-z0-9_-]{0,62}$'),
  name               text        not null,
  window_seconds     int         not null default 1800 check (window_seconds >= 0),    -- cancellation window
  placement_seconds  int         not null default 300  check (placement_seconds > 0),  -- until payment must have begun
  created_at         timestamptz not null default now()
);
select protect('accounts', 'select, insert, update');

create table stores (
  account  text not null,
  store    text not null,
  name     text not null,
  primary key (account, store)
);
select protect('stores', 'select, insert, update, delete');

-- One row an account: the position its log has reached, and the version of what decisions read from plain tables.
-- Every commit of the account updates it, so the page keeps room for the row versions of many commits.
create table account_heads (
  account            text   not null primary key,
  seq                bigint not null default 0,
  catalogue_version  bigint not null default 1
) with (fillfactor = 10, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);
select protect('account_heads', 'select, insert, update');

-- Numbers are taken ahead in blocks; what a process does not use is a gap.
create table number_blocks (
  account  text   not null,
  kind     text   not null,
  next     bigint not null,
  primary key (account, kind)
);
select protect('number_blocks', 'select, insert, update');

create table app_keys (
  account       text        not null,
  key           text        not null unique, -- over all accounts: the credential fixes the account
  token_sha256  bytea       not null,
  permissions   text[]      not null,
  created_at    timestamptz not null default now(),
  expires_at    timestamptz,
  primary key (account, key)
);
select protect('app_keys', 'select, insert, update, delete');
-- Who presents a key does not know its account yet: the session names the key, and sees that row alone.
create policy app_keys_presented on app_keys for select to docket_serving
  using (key = current_setting('docket.app_key', true));

-- Whom a restored backup has to forget again.
create table forgotten_subjects (
  account       text        not null,
  subject       text        not null, -- customer:<id>, email:<hmac>, order:<id>
  forgotten_at  timestamptz not null,
  certificate   jsonb       not null, -- counts by table; nothing personal
  primary key (account, subject)
);
select protect('forgotten_subjects', 'select, insert, update');

-- Makes what an account needs to take orders. Answers whether it is new.
create function ensure_account(p_account text, p_name text) returns boolean
language plpgsql as $$
begin
  insert into accounts (account, name) values (p_account, p_name) on conflict do nothing;
  if not found then return false; end if;
  insert into stores (account, store, name) values (p_account, 'default', p_name);
  insert into account_heads (account) values (p_account);
  return true;
end $$;
