-- People who work with Docket. A person may serve several accounts, so what belongs to the person alone hangs on no
-- account: a session of the database says by whom or by what it asks, and sees that person's rows and no others.
--   docket.user        the id of the person whose own rows are meant
--   docket.user_email  the mail address that somebody presents
--   docket.presented   SHA-256 in hex of the token or code that somebody presents, or the HMAC of who tries to log in

create table users (
  user_id        text        not null primary key,
  email          text        unique check (email <> ''), -- normalised; null: the person has left, the id stays for the log
  name           text,
  password_hash  text,        -- argon2id; null: invited, or logs in elsewhere (OIDC)
  locale         text,
  created_at     timestamptz not null,
  last_login_at  timestamptz,
  disabled_at    timestamptz
);

-- What a person may do in an account. Invited, and of no effect, until accepted.
create table memberships (
  account      text        not null,
  user_id      text        not null,
  roles        text[]      not null,
  stores       text[],                            -- orders of these stores alone; null: of all
  seller       text,                              -- orders of which this seller has a line
  own          boolean     not null default false, -- orders that lie on the person's own desk
  invited_by   text        not null,              -- key:…, user:…, cli, demo, oidc
  created_at   timestamptz not null,
  accepted_at  timestamptz,
  disabled_at  timestamptz,
  primary key (account, user_id)
);
create index memberships_of_user on memberships (user_id);
select protect('memberships', 'select, insert, update, delete');
-- At a login the person is known and the accounts are what is asked for.
create policy memberships_own on memberships to docket_serving
  using (user_id = current_setting('docket.user', true));

create table user_invitations (
  account      text        not null,
  user_id      text        not null,
  code_sha256  bytea       not null unique,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  primary key (account, user_id)
);
select protect('user_invitations', 'select, insert, update, delete');
create policy user_invitations_presented on user_invitations to docket_serving
  using (code_sha256 = decode(current_setting('docket.presented', true), 'hex')
         or user_id = current_setting('docket.user', true));

create table password_resets (
  code_sha256  bytea       not null primary key,
  user_id      text        not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null
);
create index password_resets_of_user on password_resets (user_id);

create table user_sessions (
  session_id    text        not null primary key,
  token_sha256  bytea       not null unique,
  user_id       text        not null,
  created_at    timestamptz not null,
  seen_at       timestamptz not null,
  expires_at    timestamptz not null,
  user_agent    text        not null default ''
);
create index user_sessions_of_user on user_sessions (user_id);

-- Failed logins and the like, counted so that several processes see the same figure. Who tried is an HMAC.
create table login_attempts (
  subject     bytea       not null primary key,
  attempts    int         not null,
  expires_at  timestamptz not null
);

do $$
declare
  t text;
begin
  foreach t in array array['users', 'password_resets', 'user_sessions', 'login_attempts'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    -- As `protect` has it: where the login serves and follows at once, a follower says in its session that it follows.
    if (select count(*) from pg_roles where rolname in ('docket_serving', 'docket_follower')
           and pg_has_role(current_user, oid, 'member')) = 2 then
      execute format('create policy %I on %I to docket_follower using (true)', t || '_follower', t);
      execute format('grant select, insert, update, delete on %I to docket_follower', t);
    else
      execute format('create policy %I on %I using (current_setting(''docket.follows'', true) = ''people'')',
                     t || '_follower', t);
    end if;
  end loop;
end $$;
grant select, insert, update on users to docket_serving;
grant select, insert, update, delete on password_resets, user_sessions, login_attempts to docket_serving;

create policy users_presented on users to docket_serving
  using (user_id = current_setting('docket.user', true));
create policy users_by_email on users for select to docket_serving
  using (email = current_setting('docket.user_email', true));
-- An account sees its people: the policies of memberships bind the inner query too.
create policy users_of_account on users for select to docket_serving
  using (exists (select from memberships m where m.user_id = users.user_id));
create policy password_resets_presented on password_resets to docket_serving
  using (code_sha256 = decode(current_setting('docket.presented', true), 'hex')
         or user_id = current_setting('docket.user', true));
create policy user_sessions_presented on user_sessions to docket_serving
  using (token_sha256 = decode(current_setting('docket.presented', true), 'hex')
         or user_id = current_setting('docket.user', true));
create policy login_attempts_presented on login_attempts to docket_serving
  using (subject = decode(current_setting('docket.presented', true), 'hex'));
