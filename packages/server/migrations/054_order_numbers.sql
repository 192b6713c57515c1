-- Displayed numbers of orders, by a template of the account or of the store (core/order/number-template.ts).
alter table accounts add column order_numbers text; -- null: orders are known by their ids
alter table stores add column order_numbers text;   -- null: that of the account
alter table order_list add column number text;      -- null: placed without a template
