import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withAccounts } from '../src/database/pool.js';
import { verifyAccount } from '../src/verify/verify-account.js';
import { ACCOUNT, openDraftOrders, shelf, STAFF, stocked } from './draft-order-work.js';
import { asked, openWritePath, placement, refusalOf, rowsOf, type WritePath } from './write-path.js';

/** Draft orders on PostgreSQL: what they hold of stock, how one becomes one order, and what they do by themselves. */

let path: WritePath;
let work: ReturnType<typeof openDraftOrders>;
let dies = false;
const START = '2026-03-02T10:00:00.000Z';
const LATER = '2026-03-03T10:00:00.000Z';

beforeAll(async () => {
  path = await openWritePath();
  work = openDraftOrders(path, (execute) => async (envelope) => {
    const outcome = await execute(envelope);
    if (dies) throw new Error('the process ended after its commit');
    return outcome;
  });
});
afterAll(async () => {
  await work.end();
  await path.close();
});

const orderCount = async (): Promise<number> =>
  Number((await rowsOf<{ n: number }>(path, 'select count(*)::int as n from orders'))[0]?.n);
const findings = async () => {
  const report = await withAccounts(path.database.serving, [ACCOUNT], (client) =>
    verifyAccount(client, path.log.keys, ACCOUNT, 20),
  );
  return report.findings;
};

async function fresh(pieces: number, sku = `sku-${Math.random().toString(36).slice(2)}`): Promise<string> {
  path.clock.now = START;
  await stocked(path, { [sku]: pieces });
  return sku;
}

describe('the stock policy of a draft order', () => {
  it('holds nothing, its pieces until a date, or its pieces until it ends', async () => {
    const sku = await fresh(10);
    const lines = { lines: [{ sku, quantity: 2 }] };
    await work.add({}, lines);
    expect(await shelf(path, sku)).toMatchObject({ claimed: 0 });
    const soft = await work.add({ stockPolicy: 'soft', reservedUntil: LATER }, lines);
    const firm = await work.add({ stockPolicy: 'firm' }, { lines: [{ sku, quantity: 1 }, { sku, quantity: 2 }] }); // prettier-ignore
    expect(firm.reserved).toEqual([{ sku, place: 'main', quantity: 3 }]);
    expect(await shelf(path, sku)).toEqual({ onHand: 10, claimed: 5, confirmed: 0 });

    path.clock.now = LATER;
    expect(await work.tasks()).toBe(1);
    expect(await shelf(path, sku)).toMatchObject({ claimed: 3 });
    expect(await work.find(soft.draftOrderId)).toMatchObject({ state: 'open', reserved: [] });
    expect(await work.kinds(soft.draftOrderId)).toEqual(['created', 'released']);
    work.done(await work.draftOrders.cancel(ACCOUNT, firm.draftOrderId, STAFF));
    expect(await shelf(path, sku)).toMatchObject({ claimed: 0 });
    expect(await findings()).toEqual([]);
  });

  it('is refused where the pieces are not there, with nothing written; others cannot sell what is held', async () => {
    const sku = await fresh(2);
    const lines = (quantity: number) => ({ lines: [{ sku: 'unseen', name: 'x', quantity: 1 }, { sku, quantity }] }); // prettier-ignore
    await stocked(path, { unseen: 5 });
    expect(await work.tryAdd({ stockPolicy: 'firm' }, lines(3))).toMatchObject({
      problem: 'refused',
      refusal: { refused: 'insufficient_stock', pointer: '/lines/1/quantity', details: { requested: 3, available: 2 } },
    });
    expect(await shelf(path, 'unseen')).toMatchObject({ claimed: 0 });
    await work.add({ stockPolicy: 'firm' }, { lines: [{ sku, quantity: 2 }] });
    const other = await path.execute(
      asked(placement({ lines: [{ sku, quantity: 1, priceMicros: 10_000_000 }], payments: [], total: 1000 })),
    );
    expect(refusalOf(other)).toBe('insufficient_stock');
  });

  it('follows what is written: more, fewer, another product, another policy', async () => {
    const [a, b] = [await fresh(5), await fresh(5)];
    const draft = await work.add({ stockPolicy: 'firm' }, { lines: [{ sku: a, quantity: 1 }] });
    const write = async (stockPolicy: 'none' | 'firm', lines: readonly { sku: string; quantity: number }[]) =>
      work.done(
        await work.draftOrders.change(ACCOUNT, draft.draftOrderId, work.input({ stockPolicy }, { lines }), STAFF),
      );
    await write('firm', [{ sku: a, quantity: 4 }]);
    expect(await shelf(path, a)).toMatchObject({ claimed: 4 });
    await write('firm', [{ sku: a, quantity: 2 }, { sku: b, quantity: 5 }]); // prettier-ignore
    expect([await shelf(path, a), await shelf(path, b)]).toMatchObject([{ claimed: 2 }, { claimed: 5 }]);
    expect(await work.draftOrders.change(ACCOUNT, draft.draftOrderId, work.input({ stockPolicy: 'firm' }, { lines: [{ sku: b, quantity: 6 }] }), STAFF)) // prettier-ignore
      .toMatchObject({ problem: 'refused', refusal: { refused: 'insufficient_stock' } });
    expect([await shelf(path, a), await shelf(path, b)]).toMatchObject([{ claimed: 2 }, { claimed: 5 }]);
    await write('none', [{ sku: a, quantity: 2 }]);
    expect([await shelf(path, a), await shelf(path, b)]).toMatchObject([{ claimed: 0 }, { claimed: 0 }]);
    expect(await findings()).toEqual([]);
  });

  it('gives a draft order up that has expired, whatever its policy, and takes it back', async () => {
    const sku = await fresh(1);
    const draft = await work.add({ stockPolicy: 'firm', expiresAt: LATER }, { lines: [{ sku, quantity: 1 }] });
    path.clock.now = LATER;
    // Before the task: it is over all the same.
    expect(await work.place(draft.draftOrderId)).toEqual({ problem: 'closed', state: 'expired' });
    await work.tasks();
    expect(await work.find(draft.draftOrderId)).toMatchObject({ state: 'expired', reserved: [] });
    expect(await shelf(path, sku)).toMatchObject({ claimed: 0 });
    const again = work.done(await work.draftOrders.reopen(ACCOUNT, draft.draftOrderId, STAFF));
    expect(again).toMatchObject({ state: 'open', expiresAt: null, reserved: [{ quantity: 1 }] });
    expect(await work.kinds(draft.draftOrderId)).toEqual(['created', 'expired', 'reopened']);
  });
});

describe('a draft order that becomes an order', () => {
  it('hands its pieces over in one commit: nobody takes the last one between', async () => {
    for (let round = 0; round < 12; round += 1) {
      const sku = await fresh(1);
      const draft = await work.add({ stockPolicy: 'firm' }, { lines: [{ sku, quantity: 1 }] });
      const rival = () =>
        path.execute(
          asked(placement({ lines: [{ sku, quantity: 1, priceMicros: 10_000_000 }], payments: [], total: 1000 })),
        );
      const [placed, ...rivals] = await Promise.all([work.place(draft.draftOrderId), rival(), rival(), rival()]);
      expect(placed).toMatchObject({ again: false });
      expect(rivals.map(refusalOf)).toEqual(['insufficient_stock', 'insufficient_stock', 'insufficient_stock']);
      const { claimed, confirmed } = await shelf(path, sku);
      expect(claimed + confirmed).toBe(1);
    }
    expect(await rowsOf(path, 'select * from stock_reservations where account = $1 and sku like $2', [ACCOUNT, 'sku-x%'])).toEqual([]); // prettier-ignore
    expect(await findings()).toEqual([]);
  });

  it('becomes one, however often it is asked at once, from several processes', async () => {
    const other = openDraftOrders(path);
    for (let round = 0; round < 6; round += 1) {
      const sku = await fresh(5);
      const draft = await work.add({ stockPolicy: round % 2 === 0 ? 'firm' : 'none' }, { lines: [{ sku, quantity: 1 }] }); // prettier-ignore
      const before = await orderCount();
      const clicks = await Promise.all([
        work.place(draft.draftOrderId),
        work.place(draft.draftOrderId),
        other.place(draft.draftOrderId),
        other.place(draft.draftOrderId),
      ]);
      const ids = new Set(clicks.map((placed) => ('orderId' in placed ? placed.orderId : placed.problem)));
      expect([...ids]).toEqual([(await work.find(draft.draftOrderId)).orderId]);
      expect(await orderCount()).toBe(before + 1);
      const { claimed, confirmed } = await shelf(path, sku);
      expect(claimed + confirmed).toBe(1);
    }
    await other.end();
  });

  it('is the same order for whoever asks again after a process ended behind its commit', async () => {
    const sku = await fresh(1);
    const draft = await work.add({ stockPolicy: 'firm' }, { lines: [{ sku, quantity: 1 }] });
    dies = true;
    await expect(work.place(draft.draftOrderId)).rejects.toThrow('ended after its commit');
    dies = false;
    const again = await work.place(draft.draftOrderId);
    expect(again).toEqual({ orderId: (await work.find(draft.draftOrderId)).orderId, again: true });
    expect(await work.find(draft.draftOrderId)).toMatchObject({ state: 'placed', reserved: [] });
    expect(await work.draftOrders.cancel(ACCOUNT, draft.draftOrderId, STAFF)).toMatchObject({ problem: 'closed' });
  });

  it('says what can no longer be had, and stays as it was where it is refused', async () => {
    const sku = await fresh(1);
    const draft = await work.add({}, { lines: [{ sku, quantity: 1 }] });
    await work.add({ stockPolicy: 'firm' }, { lines: [{ sku, quantity: 1 }] });
    expect(await work.draftOrders.foresee(ACCOUNT, draft)).toMatchObject({
      refusal: null,
      warnings: [{ refused: 'insufficient_stock', pointer: '/lines/0/quantity' }],
    });
    expect(await work.place(draft.draftOrderId)).toMatchObject({ problem: 'refused' });
    expect(await work.find(draft.draftOrderId)).toMatchObject({ state: 'open', orderId: null });
  });
});

describe('docket verify', () => {
  it('finds a reservation that the shelf does not know of', async () => {
    const sku = await fresh(3);
    const draft = await work.add({ stockPolicy: 'firm' }, { lines: [{ sku, quantity: 1 }] });
    await rowsOf(path, 'update stock_reservations set quantity = 2 where draft_order_id = $1', [draft.draftOrderId]);
    expect(await findings()).toMatchObject([{ check: 'stock held by orders' }]);
    await rowsOf(path, 'update stock_reservations set quantity = 1 where draft_order_id = $1', [draft.draftOrderId]);
    expect(await findings()).toEqual([]);
  });

  it('finds a reservation that nothing would end, and a task of what has ended', async () => {
    const sku = await fresh(3);
    const soft = await work.add({ stockPolicy: 'soft', reservedUntil: LATER }, { lines: [{ sku, quantity: 1 }] });
    const tasks = (set: string) =>
      rowsOf(path, `${set} where account = $1 and kind = 'draft_order' and key = $2`, [ACCOUNT, soft.draftOrderId]);
    const finding = { where: `draft order ${soft.draftOrderId}`, check: 'tasks of draft orders' };
    // One that was tried waits for its next try.
    await tasks(`update tasks set due = due + interval '1 minute', attempts = 1`);
    expect(await findings()).toEqual([]);
    await tasks('update tasks set attempts = 0');
    expect(await findings()).toMatchObject([{ ...finding, expected: LATER }]);
    await tasks('delete from tasks');
    expect(await findings()).toMatchObject([{ ...finding, expected: LATER, found: 'none' }]);
    work.done(await work.draftOrders.cancel(ACCOUNT, soft.draftOrderId, STAFF));
    expect(await findings()).toEqual([]);
    await rowsOf(
      path,
      `insert into tasks (account, kind, key, due, payload) values ($1, 'draft_order', $2, now(), '{}')`,
      [ACCOUNT, soft.draftOrderId],
    );
    expect(await findings()).toMatchObject([{ ...finding, expected: 'none', found: 'a task' }]);
    await tasks('delete from tasks');
  });
});

describe('the list of draft orders', () => {
  it('opens nothing of what is written in them but who they are for, and that for who may see people alone', async () => {
    const sku = await fresh(9);
    const draft = await work.add({}, { lines: [{ sku, quantity: 4 }, { sku, quantity: 1 }] }); // prettier-ignore
    const damage = (column: 'content' | 'buyer') =>
      rowsOf(path, `update draft_orders set ${column} = 'damaged' where draft_order_id = $1`, [draft.draftOrderId]);
    const listed = async (people: boolean) =>
      (await work.draftOrders.page(ACCOUNT, { before: null, limit: 1 }, people))[0];
    await damage('content');
    expect(await listed(true)).toMatchObject({ draftOrderId: draft.draftOrderId, pieces: 5, buyer: { firstName: 'Berta' } }); // prettier-ignore
    await damage('buyer');
    expect(await listed(false)).toMatchObject({ draftOrderId: draft.draftOrderId, pieces: 5, buyer: null });
    await expect(listed(true)).rejects.toThrow();
  });

  it('shows those too that were written before it had parts of its own', async () => {
    const sku = await fresh(9);
    const draft = await work.add({}, { lines: [{ sku, quantity: 4 }] });
    await rowsOf(path, 'update draft_orders set buyer = null, pieces = null where draft_order_id = $1', [
      draft.draftOrderId,
    ]);
    const [listed] = await work.draftOrders.page(ACCOUNT, { before: null, limit: 1 }, true);
    expect(listed).toMatchObject({ pieces: 4, buyer: { firstName: 'Berta' } });
  });
});
