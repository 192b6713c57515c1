-- Stock that people and programs change by hand: who it was, and under which request, so that a repeated one adds nothing.
alter table stock_movements
  add column actor    text,  -- null: an order moved it
  add column request  text,  -- credential and idempotency key
  add column content  text;  -- sha256 in hex of that request
create index stock_movements_request on stock_movements (account, request) where request is not null;
