-- Edits of placed orders: when what may be changed, and who may change prices.

create table edit_rules (
  account text   not null,
  change  text   not null,  -- a kind of change; one without a row: the default of the house
  stages  text[] not null,  -- how far an order may be for it; empty: never
  primary key (account, change)
);
select protect('edit_rules', 'select, insert, update, delete');

-- As in 170, and who keeps prices or gives money back may change those of an order.
create or replace function seed_roles(p_account text) returns void
language sql as $$
  insert into roles (account, role, name, permissions) values
    (p_account, 'administrator', 'Administrator', '{*}'),
    (p_account, 'manager', 'Manager',
     '{orders.view,orders.place,orders.edit,orders.reprice,orders.invoice,orders.ship,orders.cancel,orders.refund,orders.delete,prices.view,personal.view,catalogue.view,catalogue.edit,pricing.view,pricing.edit,stock.view,stock.edit,customers.view,customers.edit,shipping.view,shipping.edit,settings.view,access.view,users.view,mails.view,mails.edit}'),
    (p_account, 'support', 'Support',
     '{orders.view,orders.place,orders.edit,orders.reprice,orders.cancel,orders.refund,prices.view,personal.view,catalogue.view,pricing.view,stock.view,customers.view,customers.edit,shipping.view,mails.view,mails.edit}'),
    (p_account, 'warehouse', 'Warehouse',
     '{orders.view,orders.invoice,orders.ship,personal.view,catalogue.view,stock.view,stock.edit,shipping.view}'),
    (p_account, 'finance', 'Finance',
     '{orders.view,orders.edit,orders.reprice,orders.invoice,orders.refund,prices.view,personal.view,customers.view,catalogue.view,pricing.view,shipping.view,settings.view}'),
    (p_account, 'viewer', 'Viewer', '{orders.view,catalogue.view,stock.view,shipping.view}')
  on conflict (account, role) do nothing
$$;

-- The same for the roles that accounts have already, as far as they may edit orders and give money back.
alter table roles no force row level security;
update roles
   set permissions = array_append(permissions, 'orders.reprice')
 where 'orders.edit' = any (permissions)
   and 'orders.refund' = any (permissions)
   and not 'orders.reprice' = any (permissions);
alter table roles force row level security;
