-- Fills the order list alone: orders $first … $last of $total, spread evenly from 2025-01-01 to 2026-11-01. Words follow
-- Zipf's law: word k of a vocabulary of v comes with a probability near 1 / (k ln v). `always` stands in every third
-- order, `seldom` in 1 of 100, `once` in 40 orders over all time, `former` only in the oldest fiftieth.
create function pg_temp.chance(n bigint, salt int) returns float8 language sql immutable as
  $$ select (hashint8extended(n, salt) & 1073741823) / 1073741824.0 $$;
create function pg_temp.word(n bigint, salt int, vocabulary int) returns text language sql immutable as
  $$ select translate(substr(md5((salt % 100) || '/' || floor(power(vocabulary, pg_temp.chance(n, salt)))), 1, 7), '0123456789', 'ghijklmnop') $$;

create procedure pg_temp.fill(p_account text, p_prefix text, p_first bigint, p_last bigint, p_total bigint) language sql as $fill$
insert into order_list
select created_at, created_at + interval '3 hours', case when status in ('ready-for-handling', 'handling') then created_at + interval '3 days' end,
       500000 + n, total, case status when 'payment-pending' then total else 0 end, 9, 1, 3, true, n % 500 = 0, n % 20 = 0,
       p_account, (1480000500000 + n) || '-01', (1480000500000 + n)::text, status, status, status, status, 'paid', 'shipped',
       store, channel, 'Marketplace', 'complete', 'EUR', customer, null, first_name || ' ' || last_name, mail,
       array[seller], case when tag is null then '{}' else array[tag] end, array['shop:' || external],
       array_to_tsvector(array(select distinct p_prefix || t from unnest(array[
         (1480000500000 + n) || '-01=o', (1480000500000 + n)::text, (500000 + n)::text, external || '=x', mail || '=e',
         first_name, last_name, first_name || n % 10000, domain, 'com', customer || '=m', status || '=s', status || '=so', status || '=sv', status || '=st',
         store || '=b', channel || '=c', 'marketplace=r', 'eur=y', seller || '=v', seller, tag || '=t',
         case when n % 20 = 0 then 'note=f' end, case when n % 500 = 0 then 'deleted=f' end,
         (900000000000 + n) || '=w', 'rg' || n || '=i', 'rg' || n,
         pg_temp.word(n, 101, 3000), pg_temp.word(n, 201, 3000), pg_temp.word(n, 301, 3000), pg_temp.word(n, 401, 300), sku1 || '=k', '40' || sku1 || '=u', substr(sku1, 1, 5),
         pg_temp.word(n, 501, 3000), pg_temp.word(n, 601, 3000), pg_temp.word(n, 701, 3000), pg_temp.word(n, 801, 300), sku2 || '=k', '40' || sku2 || '=u', substr(sku2, 1, 5),
         pg_temp.word(n, 901, 3000), pg_temp.word(n, 1001, 3000), pg_temp.word(n, 1101, 3000), pg_temp.word(n, 1201, 300), sku3 || '=k', '40' || sku3 || '=u', substr(sku3, 1, 5),
         case when n % 3 = 0 then 'always' end, case when n % 100 = 13 then 'seldom' end,
         case when n % greatest(p_total / 40, 1) = p_total / 80 then 'once' end,
         case when n <= p_total / 50 and n % 20 = 3 then 'former' end]) t where t is not null))
  from (
    select n, p_account as account, timestamptz '2025-01-01Z' + (n - 1) * (interval '669 days' / p_total) as created_at,
           case when n > p_total * 0.97 then (array['payment-pending', 'ready-for-handling', 'handling', 'window-to-cancel'])[1 + floor(4 * pg_temp.chance(n, 1))::int]
                when pg_temp.chance(n, 2) < 0.05 then 'canceled' else 'invoiced' end as status,
           1000 + floor(50000 * power(pg_temp.chance(n, 3), 3))::bigint as total,
           (array['default', 'default', 'outlet'])[1 + floor(3 * pg_temp.chance(n, 4))::int] as store,
           (array['web', 'web', 'web', 'market-one', 'market-two'])[1 + floor(5 * pg_temp.chance(n, 5))::int] as channel,
           pg_temp.word(n, 1, 500) as first_name, pg_temp.word(n, 2, 20000) as last_name, 'c' || floor(p_total / 3.0 * pg_temp.chance(n, 7)) as customer,
           'seller' || floor(power(200, pg_temp.chance(n, 8))) as seller, case when pg_temp.chance(n, 9) < 0.2 then pg_temp.word(n, 10, 30) end as tag,
           'x' || md5(n::text || 'x')::char(10) as external,
           (10000000 + floor(power(50000, pg_temp.chance(n, 11))) * 17)::text as sku1, (10000000 + floor(power(50000, pg_temp.chance(n, 12))) * 17)::text as sku2,
           (10000000 + floor(power(50000, pg_temp.chance(n, 13))) * 17)::text as sku3, pg_temp.word(n, 14, 200) as domain,
           pg_temp.word(n, 1, 500) || '.' || n % 10000 || '@' || pg_temp.word(n, 14, 200) || '.com' as mail
      from generate_series(p_first, p_last) n
  ) made
$fill$;
