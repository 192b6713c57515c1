-- As in 211, and whoever serves buyers prepares orders for them; finance reads what is offered.
create or replace function seed_roles(p_account text) returns void
language sql as $$
  insert into roles (account, role, name, permissions) values
    (p_account, 'administrator', 'Administrator', '{*}'),
    (p_account, 'manager', 'Manager',
     '{orders.view,orders.place,orders.edit,orders.reprice,orders.invoice,orders.ship,orders.cancel,orders.refund,orders.delete,prices.view,personal.view,catalogue.view,catalogue.edit,pricing.view,pricing.edit,stock.view,stock.edit,customers.view,customers.edit,shipping.view,shipping.edit,settings.view,access.view,users.view,mails.view,mails.edit,payments.log,payments.retry,credits.view,draft_orders.view,draft_orders.edit,draft_orders.place}'),
    (p_account, 'support', 'Support',
     '{orders.view,orders.place,orders.edit,orders.reprice,orders.cancel,orders.refund,prices.view,personal.view,catalogue.view,pricing.view,stock.view,customers.view,customers.edit,shipping.view,mails.view,mails.edit,credits.view,draft_orders.view,draft_orders.edit,draft_orders.place}'),
    (p_account, 'warehouse', 'Warehouse',
     '{orders.view,orders.invoice,orders.ship,personal.view,catalogue.view,stock.view,stock.edit,shipping.view}'),
    (p_account, 'finance', 'Finance',
     '{orders.view,orders.edit,orders.reprice,orders.invoice,orders.refund,prices.view,personal.view,customers.view,catalogue.view,pricing.view,shipping.view,settings.view,payments.log,credits.view,draft_orders.view}'),
    (p_account, 'viewer', 'Viewer', '{orders.view,catalogue.view,stock.view,shipping.view}')
  on conflict (account, role) do nothing
$$;

-- The same for the roles that accounts have as they began; one that somebody changed stays as it is.
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
