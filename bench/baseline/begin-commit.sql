-- One order as a transaction of single statements. Products ascend, so that no two orders wait for each other in a circle.
\set first random(1, 333)
\set second random(334, 666)
\set third random(667, 999)
begin;
insert into orders (document) values (cast(:document as jsonb)) returning id as order_id \gset
insert into order_lines (order_id, line, sku, quantity, price) values (:order_id, 1, 'SKU-' || lpad(cast(:first as text), 6, '0'), 1, 1990);
insert into order_lines (order_id, line, sku, quantity, price) values (:order_id, 2, 'SKU-' || lpad(cast(:second as text), 6, '0'), 1, 1990);
insert into order_lines (order_id, line, sku, quantity, price) values (:order_id, 3, 'SKU-' || lpad(cast(:third as text), 6, '0'), 1, 1990);
insert into payments (order_id, method, amount) values (:order_id, 'card', 6460);
insert into events (order_id, type, data) values (:order_id, 'order_placed', '{"total": 6460, "lines": 3, "currency": "EUR", "channel": "web", "actor": "key.bench"}');
insert into outbox (order_id, topic, payload) values (:order_id, 'orders', '{"type": "order_placed", "total": 6460, "currency": "EUR", "channel": "web"}');
update stock set available = available - 1 where sku = 'SKU-' || lpad(cast(:first as text), 6, '0') and available >= 1;
update stock set available = available - 1 where sku = 'SKU-' || lpad(cast(:second as text), 6, '0') and available >= 1;
update stock set available = available - 1 where sku = 'SKU-' || lpad(cast(:third as text), 6, '0') and available >= 1;
commit;
