-- What an account and its stores take back, and the words in which people say why.

create table return_policies (
  enabled      boolean not null,
  window_days  int     not null check (window_days between 0 and 3650), -- from the last delivery of the order
  account      text    not null,
  scope        text    not null, -- account, or store:<store>
  statuses     text[],           -- from which orders are returned; null: any
  primary key (account, scope)
);
select protect('return_policies', 'select, insert, update, delete');

create table return_reasons (
  comment_needed boolean not null default false,
  active         boolean not null default true,  -- false: nobody gives it any more
  account        text    not null,
  reason         text    not null,
  used_for       text    not null check (used_for in ('request', 'rejection')),
  labels         jsonb   not null,               -- by language
  primary key (account, reason)
);
select protect('return_reasons', 'select, insert, update, delete');

-- What an account begins with; all of it may be changed and taken away.
create function seed_return_reasons(p_account text) returns void
language sql as $$
  insert into return_reasons (account, reason, used_for, comment_needed, labels) values
    (p_account, 'faulty', 'request', true,
     '{"en": "Faulty", "de": "Defekt", "fr": "Défectueux", "pt": "Com defeito"}'),
    (p_account, 'damaged_in_transit', 'request', true,
     '{"en": "Damaged in transit", "de": "Auf dem Weg beschädigt", "fr": "Abîmé pendant le transport", "pt": "Danificado no transporte"}'),
    (p_account, 'wrong_item', 'request', false,
     '{"en": "Wrong item", "de": "Falscher Artikel", "fr": "Mauvais article", "pt": "Artigo errado"}'),
    (p_account, 'not_as_described', 'request', true,
     '{"en": "Not as described", "de": "Nicht wie beschrieben", "fr": "Non conforme à la description", "pt": "Diferente da descrição"}'),
    (p_account, 'ordered_by_mistake', 'request', false,
     '{"en": "Ordered by mistake", "de": "Versehentlich bestellt", "fr": "Commandé par erreur", "pt": "Encomendado por engano"}'),
    (p_account, 'no_longer_needed', 'request', false,
     '{"en": "No longer needed", "de": "Nicht mehr gebraucht", "fr": "Plus besoin", "pt": "Já não é preciso"}'),
    (p_account, 'worn', 'rejection', false,
     '{"en": "Worn or used", "de": "Getragen oder benutzt", "fr": "Porté ou utilisé", "pt": "Usado"}'),
    (p_account, 'incomplete', 'rejection', false,
     '{"en": "Incomplete", "de": "Unvollständig", "fr": "Incomplet", "pt": "Incompleto"}'),
    (p_account, 'damaged_by_buyer', 'rejection', false,
     '{"en": "Damaged by the buyer", "de": "Vom Käufer beschädigt", "fr": "Abîmé par l’acheteur", "pt": "Danificado pelo comprador"}'),
    (p_account, 'not_from_us', 'rejection', false,
     '{"en": "Not sold by us", "de": "Nicht von uns verkauft", "fr": "Pas vendu par nous", "pt": "Não vendido por nós"}')
  on conflict (account, reason) do nothing
$$;

-- As in 160, with the reasons.
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
  perform seed_hold_types(p_account);
  perform seed_return_reasons(p_account);
  return true;
end $$;

-- The owner may be bound by the policies of its own tables, and here it must see all accounts.
alter table accounts no force row level security;
alter table return_reasons no force row level security;
select seed_return_reasons(account) from accounts;
alter table accounts force row level security;
alter table return_reasons force row level security;
