-- Whoever serves buyers prepares orders for them, and finance reads what is offered. Added to whatever else the roles of a new
-- account begin with.
create function seed_draft_order_permissions(p_account text) returns void
language sql as $$
  update roles set permissions = permissions || '{draft_orders.view,draft_orders.edit,draft_orders.place}'
   where account = p_account and role in ('manager', 'support');
  update roles set permissions = permissions || '{draft_orders.view}' where account = p_account and role = 'finance';
$$;

-- As in 190, with them.
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
  perform seed_draft_order_permissions(p_account);
  perform seed_hold_types(p_account);
  perform seed_return_reasons(p_account);
  return true;
end $$;

-- The same for the roles that accounts have as they began (211); one that somebody changed stays as it is.
alter table roles no force row level security;
update roles set permissions = permissions || '{draft_orders.view,draft_orders.edit,draft_orders.place}'
 where role = 'manager'
   and permissions @> '{orders.view,orders.place,orders.edit,orders.reprice,orders.invoice,orders.ship,orders.cancel,orders.refund,orders.delete,prices.view,personal.view,catalogue.view,catalogue.edit,pricing.view,pricing.edit,stock.view,stock.edit,customers.view,customers.edit,shipping.view,shipping.edit,settings.view,access.view,users.view,mails.view,mails.edit,payments.log,payments.retry,credits.view}'
   and permissions <@ '{orders.view,orders.place,orders.edit,orders.reprice,orders.invoice,orders.ship,orders.cancel,orders.refund,orders.delete,prices.view,personal.view,catalogue.view,catalogue.edit,pricing.view,pricing.edit,stock.view,stock.edit,customers.view,customers.edit,shipping.view,shipping.edit,settings.view,access.view,users.view,mails.view,mails.edit,payments.log,payments.retry,credits.view}';
update roles set permissions = permissions || '{draft_orders.view,draft_orders.edit,draft_orders.place}'
 where role = 'support'
   and permissions @> '{orders.view,orders.place,orders.edit,orders.reprice,orders.cancel,orders.refund,prices.view,personal.view,catalogue.view,pricing.view,stock.view,customers.view,customers.edit,shipping.view,mails.view,mails.edit,credits.view}'
   and permissions <@ '{orders.view,orders.place,orders.edit,orders.reprice,orders.cancel,orders.refund,prices.view,personal.view,catalogue.view,pricing.view,stock.view,customers.view,customers.edit,shipping.view,mails.view,mails.edit,credits.view}';
update roles set permissions = permissions || '{draft_orders.view}'
 where role = 'finance'
   and permissions @> '{orders.view,orders.edit,orders.reprice,orders.invoice,orders.refund,prices.view,personal.view,customers.view,catalogue.view,pricing.view,shipping.view,settings.view,payments.log,credits.view}'
   and permissions <@ '{orders.view,orders.edit,orders.reprice,orders.invoice,orders.refund,prices.view,personal.view,customers.view,catalogue.view,pricing.view,shipping.view,settings.view,payments.log,credits.view}';
alter table roles force row level security;
