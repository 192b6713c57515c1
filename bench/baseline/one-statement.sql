-- The same order as one statement: one round trip, one implicit transaction.
\set first random(1, 333)
\set second random(334, 666)
\set third random(667, 999)
with placed as (
  insert into orders (document) values (cast(:document as jsonb)) returning id
), listed as (
  insert into order_lines (order_id, line, sku, quantity, price)
  select id, line, 'SKU-' || lpad(cast(number as text), 6, '0'), 1, 1990
    from placed, (values (1, cast(:first as int)), (2, cast(:second as int)), (3, cast(:third as int))) as l (line, number)
), paid as (
  insert into payments (order_id, method, amount) select id, 'card', 6460 from placed
), logged as (
  insert into events (order_id, type, data)
  select id, 'order_placed', '{"total": 6460, "lines": 3, "currency": "EUR", "channel": "web", "actor": "key.bench"}' from placed
), told as (
  insert into outbox (order_id, topic, payload)
  select id, 'orders', '{"type": "order_placed", "total": 6460, "currency": "EUR", "channel": "web"}' from placed
), first_taken as (
  update stock set available = available - 1 where sku = 'SKU-' || lpad(cast(:first as text), 6, '0') and available >= 1
), second_taken as (
  update stock set available = available - 1 where sku = 'SKU-' || lpad(cast(:second as text), 6, '0') and available >= 1
), third_taken as (
  update stock set available = available - 1 where sku = 'SKU-' || lpad(cast(:third as text), 6, '0') and available >= 1
)
select id from placed;
