import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuildReadModels } from '../src/read-models/rebuild.js';
import { approve, invoice, place, startHandling } from '../../core/src/order/given.test-support.js';
import type { Command } from '@docket/core/order/commands';
import { openWritePath, type WritePath } from './write-path.js';

const MODELS = {
  list: `select * from order_list where account = 'acme' order by created_at, order_id`,
  rollups: `select status, sum(orders)::int as orders, sum(amount)::bigint as amount
              from (select status, orders, amount from order_rollups where account = 'acme'
                    union all select status, orders, amount from order_rollup_deltas where account = 'acme') r
             group by status having sum(orders) <> 0 order by status`,
  months: `select status, sum(orders)::int as orders, sum(amount)::bigint as amount
             from (select status, orders, amount from order_rollup_months where account = 'acme'
                   union all select status, orders, amount from order_rollup_deltas where account = 'acme') r
            group by status having sum(orders) <> 0 order by status`,
  timers: `select key, due, payload from tasks where account = 'acme' and kind = 'order_timer' order by key`,
};

let path: WritePath;
let good: Record<keyof typeof MODELS, unknown>;

beforeAll(async () => {
  path = await openWritePath();
  const lines = [{ sku: 'MUG', name: 'Mug', quantity: 3, priceMicros: 40_000_000 }];
  const order = place({
    lines,
    deliveries: [{ type: 'delivery', price: 500, promisedAt: '2026-03-09T12:00:00.000Z' }],
  });
  const lives: Command[][] = [[], [], [approve], [approve, startHandling], [approve, startHandling, invoice()]];
  for (const [n, life] of lives.entries()) {
    path.clock.now = `2026-03-0${n + 1}T10:00:00.000Z`;
    let orderId: string | undefined;
    for (const command of [{ ...order, ...(n === 0 ? { incomplete: true } : {}) }, ...life]) {
      const outcome = await path.execute({
        account: 'acme',
        command,
        actor: { kind: 'staff', id: 'key:test' },
        reason: 'test',
        ...(orderId === undefined ? {} : { orderId }),
      });
      if (!outcome.accepted) throw new Error(JSON.stringify(outcome.refusal));
      orderId = outcome.order.head.orderId;
    }
  }
  good = await models();
});
afterAll(() => path.close());

async function models(): Promise<Record<keyof typeof MODELS, unknown>> {
  const read = async (text: string): Promise<unknown> => (await path.database.owner.query(text)).rows;
  return {
    list: await read(MODELS.list),
    rollups: await read(MODELS.rollups),
    months: await read(MODELS.months),
    timers: await read(MODELS.timers),
  };
}

describe('rebuilding', () => {
  it('changes nothing where the commits were right', async () => {
    expect(good.list).toHaveLength(5);
    expect(good.timers).not.toHaveLength(0);
    expect(await rebuildReadModels(path.log, 'acme')).toEqual({ orders: 5, mended: 0 });
    expect(await models()).toEqual(good);
  });

  it.each([
    ['a row that is gone', "delete from order_list where account = 'acme' and created_at < '2026-03-03'"],
    ['a wrong column', "update order_list set total = 1, status = 'invoiced' where created_at < '2026-03-03'"],
    ['lost tokens', "update order_list set tokens = ''"],
    ['a row under a wrong date', "update order_list set created_at = created_at - interval '1 year' where created_at < '2026-03-02'"],
    ['a row of no order', "insert into order_list select (json_populate_record(l, '{\"order_id\": \"none\"}')).* from order_list l"],
    ['wrong counts', 'update order_rollups set orders = orders + 1, amount = 0'],
    ['wrong counts of months', "insert into order_rollup_months values ('acme', '2026-03-01', 'x', 'x', 'x', 'x', 'EUR', 7, 7)"],
    ['counts of nothing', "insert into order_rollups values ('acme', '2026-03-01', 'x', 'x', 'x', 'x', 'EUR', 7, 7, 7)"],
    ['lost timers', "delete from tasks where kind = 'order_timer'"],
    ['a wrong timer', "update tasks set due = '2040-01-01' where kind = 'order_timer'"],
    ['a timer that is over', "insert into tasks (account, kind, key, due, payload) select 'acme', 'order_timer', order_id || '/gone', now(), '{}' from orders limit 1"],
  ])('mends %s', async (_, damage) => {
    await path.database.owner.query(damage);
    expect(await models()).not.toEqual(good);
    await rebuildReadModels(path.log, 'acme');
    expect(await models()).toEqual(good);
  }); // prettier-ignore
});
