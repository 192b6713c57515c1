import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAccount } from '../src/verify/verify-account.js';
import { withAccounts } from '../src/database/pool.js';
import { saveProducts } from '../src/catalogue/products.js';
import { setStock } from '../src/stock/stock.js';
import { acceptedOrder, asked, openWritePath, placement, type WritePath } from './write-path.js';

/** Every kind of row, damaged behind the back of the program: `docket verify` must say which one, and where. */

let path: WritePath;
let orderId: string;

beforeAll(async () => {
  path = await openWritePath();
  const { serving } = path.database;
  await saveProducts(serving, 'acme', [
    { sku: 'mug', gtin: null, name: 'Mug', priceMicros: 10_000_000, currency: 'EUR', counted: true, place: 'main' },
  ]);
  await setStock(serving, 'acme', [{ sku: 'mug', place: 'main', onHand: 100 }], 'counted', path.clock.now);
  const order = acceptedOrder(
    await path.execute(
      asked(placement({ cancellationWindow: 1800, externalIds: { shop: 'S-1' }, note: 'ring twice' })),
    ),
  );
  orderId = order.head.orderId;
  acceptedOrder(await path.execute(asked({ type: 'approve_payment', paymentId: 'p1' }, { orderId })));
  await path.database.owner.query(
    `insert into promotions (account, promotion, name, priority, active, needs_coupon, conditions, reward, combination)
     values ('acme', 'ten', 'Ten off', 0, true, true, '{}', '{}', '{}')`,
  );
  await path.database.owner.query(
    `insert into coupons (account, coupon, promotion, active) values ('acme', 'SPRING', 'ten', true)`,
  );
  const promotions = [{ promotion: 'ten', coupon: 'SPRING' }];
  for (const reference of ['S-2', 'S-3']) {
    const used = { externalIds: { shop: reference }, customerId: reference, promotions };
    acceptedOrder(await path.execute(asked(placement(used))));
  }
});

afterAll(() => path.close());

const verify = () =>
  withAccounts(path.database.serving, ['acme'], (client) => verifyAccount(client, path.log.keys, 'acme', 10));

/** Runs statements as the owner, verifies, and puts everything back. */
async function damaged(...statements: readonly string[]) {
  const kept = [
    'events',
    'orders',
    'order_list',
    'tasks',
    'stock',
    'stock_movements',
    'order_external_ids',
    'account_heads',
    'subject_keys',
    'order_rollups',
    'order_rollup_months',
    'order_rollup_deltas',
    'use_counters',
    'promotion_uses',
  ];
  const { owner } = path.database;
  for (const table of kept) await owner.query(`create table kept_${table} as table ${table}`);
  try {
    for (const statement of statements) {
      const { rowCount } = await owner.query(statement.replaceAll('$order', `'${orderId}'`));
      expect(rowCount, `${statement} did nothing`).toBeGreaterThan(0);
    }
    return (await verify()).findings[0];
  } finally {
    for (const table of kept) {
      await owner.query(`delete from ${table}`);
      await owner.query(`insert into ${table} overriding system value select * from kept_${table}`);
      await owner.query(`drop table kept_${table}`);
    }
  }
}

describe('docket verify', () => {
  it('finds nothing wrong with what Docket wrote', async () => {
    const report = await verify();
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ orders: 3, events: 4 });
  });

  it.each([
    [
      'the text of an event',
      `update events set data = replace(data, 'EUR', 'USD') where stream_id = $order and version = 1`,
      'hash chain',
      'event 1',
    ],
    [
      'the personal part of an event',
      `update events set personal = set_byte(personal, 40, 255 - get_byte(personal, 40)) where stream_id = $order and version = 1`,
      'hash chain',
      'event 1',
    ],
    [
      'who did it',
      `update events set actor = 'nobody' where stream_id = $order and version = 2`,
      'hash chain',
      'event 2',
    ],
    [
      'when it was done',
      `update events set at = at - interval '1 day' where stream_id = $order and version = 2`,
      'hash chain',
      'event 2',
    ],
    [
      'the reason of an event',
      `update events set reason = 'none' where stream_id = $order and version = 2`,
      'hash chain',
      'event 2',
    ],
    [
      'a hash',
      `update events set hash = decode(repeat('00', 32), 'hex') where stream_id = $order and version = 1`,
      'hash chain',
      'event 1',
    ],
    ['a removed event', `delete from events where stream_id = $order and version = 1`, 'log', 'event 1'],
    ['the last event removed', `delete from events where stream_id = $order and version = 2`, 'log', 'state'],
    [
      'the total of the state',
      `update orders set head = replace(head, '"total":2500', '"total":2400') where order_id = $order`,
      'state',
      'state head/totals/total',
    ],
    [
      'the ledger of the state',
      `update orders set head = replace(head, '"receivable":2500', '"receivable":1') where order_id = $order`,
      'state',
      'state head/ledger/receivable',
    ],
    [
      'a line of the state',
      `update orders set lines = replace(lines, '"quantity":2', '"quantity":3') where order_id = $order`,
      'state',
      'state lines',
    ],
    [
      'a document of the state',
      `update orders set documents = replace(documents, '"authorised":2500', '"authorised":9') where order_id = $order`,
      'state',
      'state documents',
    ],
    [
      'a note of the state',
      `update orders set carried = replace(carried, 'twice', 'once') where order_id = $order`,
      'state',
      'state carried',
    ],
    [
      'the hash of the state',
      `update orders set hash = decode(repeat('00', 32), 'hex') where order_id = $order`,
      'hash chain',
      'state',
    ],
    [
      'the status in the list',
      `update order_list set status = 'invoiced' where order_id = $order`,
      'order list',
      'order',
    ],
    ['the search words', `update order_list set tokens = '' where order_id = $order`, 'order list', 'order'],
    ['a missing row of the list', `delete from order_list where order_id = $order`, 'order list', 'order'],
    ['a timer', `delete from tasks where key like $order || '/%'`, 'timers', 'order'],
    [
      'the time of a timer',
      `update tasks set due = due + interval '1 day' where key like $order || '/%'`,
      'timers',
      'order',
    ],
    ['an external id', `delete from order_external_ids where order_id = $order`, 'external ids', 'order'],
    [
      'the counter of stock',
      `update stock set claimed = claimed + 1 where sku = 'mug'`,
      'stock movements',
      'stock mug',
    ],
    [
      'a movement of stock',
      `update stock_movements set claimed_after = claimed_after + 1 where id = (select min(id) from stock_movements)`,
      'stock movements',
      'stock mug',
    ],
    [
      'the counter of a coupon',
      `update use_counters set uses = uses + 1 where kind = 'coupon' and customer = ''`,
      'uses',
      'uses of coupon SPRING',
    ],
    [
      'the counter of a customer',
      `update use_counters set uses = 0 where kind = 'promotion' and customer = 'S-2'`,
      'uses',
      'uses of promotion ten by customer S-2',
    ],
    ['a use', `delete from promotion_uses where customer_id = 'S-3'`, 'uses', 'uses of'],
    [
      'a counter',
      `delete from use_counters where kind = 'promotion' and customer = ''`,
      'uses',
      'uses of promotion ten',
    ],
    ['the sequence of the account', `update account_heads set seq = seq + 1`, 'sequence', 'account head'],
    [
      'a key without its order',
      `insert into subject_keys select account, stream_kind, 'nobody', subject, wrapped_key, forgotten_at from subject_keys limit 1`,
      'keys',
      'keys',
    ],
    [
      'a count above the list',
      `update order_rollup_deltas set orders = orders + 1 where id = (select min(id) from order_rollup_deltas)`,
      'rollups',
      'rollup',
    ],
    [
      'a month that its days do not give',
      `insert into order_rollup_months values ('acme', '2026-03-01', 'x', 'x', 'x', 'x', 'EUR', 1, 1)`,
      'rollups',
      'rollup of the month',
    ],
  ])('names %s', async (_, statement, check, where) => {
    const finding = await damaged(statement);
    expect(finding?.check).toBe(check);
    expect(finding?.where).toContain(where);
  });

  it('names stock that no order holds, although counter and movements agree', async () => {
    const finding = await damaged(
      `update stock set claimed = claimed + 1 where sku = 'mug'`,
      `insert into stock_movements (at, quantity, on_hand_before, claimed_before, confirmed_before, on_hand_after, claimed_after, confirmed_after, account, sku, place, kind)
       select at, 1, on_hand_after, claimed_after, confirmed_after, on_hand_after, claimed_after + 1, confirmed_after, account, sku, place, 'claim'
         from stock_movements order by id desc limit 1`,
    );
    expect(finding).toMatchObject({ check: 'stock held by orders', where: 'stock mug at main' });
  });

  it('sees a forged history whose hashes were all made anew, by what the state says', async () => {
    const finding = await damaged(
      `update orders set head = replace(head, '"total":2500', '"total":2499') where order_id = $order`,
    );
    expect(finding?.check).toBe('state');
  });
});
