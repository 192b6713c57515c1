import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFollowerPool } from '../src/database/follower.js';
import { withAccounts } from '../src/database/pool.js';
import { isNotDone } from '../src/draft-orders/draft-order-input.js';
import { forgetSubject } from '../src/forgetting/forget-subject.js';
import { EACH_TIME, type Once } from '../src/kept-answers.js';
import { clearShoppers } from '../src/shoppers/clear-shoppers.js';
import { verifyAccount } from '../src/verify/verify-account.js';
import { ACCOUNT, openDraftOrders, shelf, STAFF, stocked } from './draft-order-work.js';
import { openWritePath, rowsOf, type WritePath } from './write-path.js';

/** Links to draft orders on PostgreSQL: what they open and until when, what is kept of them, and what forgetting leaves. */

let path: WritePath;
let work: ReturnType<typeof openDraftOrders>;
let dies = false;
const START = '2026-03-02T10:00:00.000Z';
const LINK = { mail: true, days: 30 };

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

const later = (days: number): string => new Date(Date.parse(START) + days * 86_400_000).toISOString();

const sent = async (id: string) => {
  const answer = work.done(await work.draftOrders.send(ACCOUNT, id, LINK, STAFF, EACH_TIME));
  const { token } = answer.link;
  const visitor = await work.visits.open(token);
  if (visitor === null) throw new Error('the link opens nothing');
  return { ...answer, token, visitor };
};

const forget = (subject: string) =>
  forgetSubject(
    { log: path.log, execute: path.execute },
    { account: ACCOUNT, subject, at: path.clock.now, actor: { kind: 'system', id: 'test' }, reason: 'asked' },
  );

describe('the link of a draft order', () => {
  it('always shows what it is now; what its buyer saw before is refused with what changed', async () => {
    const sku = await fresh(9);
    const draft = await work.add({}, { lines: [{ sku, quantity: 1 }] });
    const { visitor } = await sent(draft.draftOrderId);
    const seen = await work.visits.look(visitor, {});
    expect(seen?.forecast?.order?.head.totals.total).toBe(1000);
    const next = work.input({}, { lines: [{ sku, quantity: 2 }], note: 'for us' });
    work.done(await work.draftOrders.change(ACCOUNT, draft.draftOrderId, next, STAFF));
    expect(await work.visits.accept(visitor, { revision: 1, total: 1000, part: {} })).toEqual({
      problem: 'outdated',
      revision: 2,
      parts: ['lines', 'note'],
      total: 2000,
    });
    // What is for the house alone makes nothing outdated.
    work.done(await work.draftOrders.change(ACCOUNT, draft.draftOrderId, { ...next, content: { ...next.content, note: 'x' } }, STAFF)); // prettier-ignore
    await stocked(path, { [sku]: 9 });
    expect(await work.visits.accept(visitor, { revision: 2, total: 1999, part: {} })).toMatchObject({
      problem: 'outdated',
      total: 2000,
    });
    expect(await work.visits.accept(visitor, { revision: 2, total: 2000, part: {} })).toMatchObject({ again: false });
  });

  it('asks for what staff left open, and for nothing else', async () => {
    const sku = await fresh(9);
    const draft = await work.add({}, { lines: [{ sku, quantity: 1 }], deliveries: [{ type: 'delivery', price: 0 }] });
    const { visitor } = await sent(draft.draftOrderId);
    const agreed = { revision: 1, total: 1000 };
    expect(await work.visits.accept(visitor, { ...agreed, part: {} })).toEqual({
      problem: 'incomplete',
      missing: ['address'],
    });
    const address = { country: 'PT', city: 'Braga' };
    expect(await work.visits.accept(visitor, { ...agreed, part: { address, email: 'x@example.org' } })).toEqual({
      problem: 'not_asked_for',
      field: 'email',
    });
    const placed = work.done(await work.visits.accept(visitor, { ...agreed, part: { address } }));
    const again = work.done(await work.visits.accept(visitor, { ...agreed, part: { address } }));
    expect(again).toEqual({ orderId: placed.orderId, again: true });
    const rows = await rowsOf(path, 'select order_id from guest_links where link_id = $1', [visitor.linkId]);
    expect(rows).toEqual([{ order_id: placed.orderId }]);
  });

  it('opens the order after its process ended between the order and the link', async () => {
    const sku = await fresh(1);
    const draft = await work.add({ stockPolicy: 'firm' }, { lines: [{ sku, quantity: 1 }] });
    const { visitor } = await sent(draft.draftOrderId);
    dies = true;
    await expect(work.visits.accept(visitor, { revision: 1, total: 1000, part: {} })).rejects.toThrow();
    dies = false;
    expect(await rowsOf(path, 'select from guest_links where link_id = $1', [visitor.linkId])).toEqual([]);
    expect((await work.visits.look(visitor, {}))?.draft.state).toBe('placed');
    expect(await rowsOf(path, 'select from guest_links where link_id = $1', [visitor.linkId])).toHaveLength(1);
  });

  it('ends after the days that it was made for, whatever becomes of the draft order', async () => {
    const sku = await fresh(9);
    const draft = await work.add({}, { lines: [{ sku, quantity: 1 }] });
    const { token, link } = await sent(draft.draftOrderId);
    expect(link.expiresAt).toBe(later(30));
    path.clock.now = later(30);
    expect(await work.visits.open(token)).toBeNull();
    expect(await work.draftOrders.links(ACCOUNT, draft.draftOrderId)).toEqual([]);
    await housekeep(later(31));
    expect(await linkRows(draft.draftOrderId)).toEqual([]);
  });

  it('is revoked for good, before there is an order and after', async () => {
    const sku = await fresh(9);
    const draft = await work.add({}, { lines: [{ sku, quantity: 1 }] });
    const [first, second] = [await sent(draft.draftOrderId), await sent(draft.draftOrderId)];
    expect(await work.draftOrders.revokeLink(ACCOUNT, draft.draftOrderId, first.link.linkId)).toBe(true);
    expect(await work.visits.open(first.token)).toBeNull();
    expect(await work.draftOrders.revokeLink(ACCOUNT, draft.draftOrderId, first.link.linkId)).toBe(false);

    work.done(await work.visits.accept(second.visitor, { revision: 1, total: 1000, part: {} }));
    const [open] = await work.draftOrders.links(ACCOUNT, draft.draftOrderId);
    expect(open).toMatchObject({ linkId: second.link.linkId, expiresAt: later(30) });
    // Staff revoke it among the links of the order, while somebody has its page open.
    await rowsOf(path, 'delete from guest_links where link_id = $1', [second.link.linkId]);
    await work.visits.look(second.visitor, {});
    work.done(await work.visits.accept(second.visitor, { revision: 1, total: 1000, part: {} }));
    expect(await rowsOf(path, 'select from guest_links where link_id = $1', [second.link.linkId])).toEqual([]);
    expect(await work.visits.open(second.token)).toBeNull();
  });

  it('opens the order as long as a link of an order does, and not once more after that', async () => {
    const sku = await fresh(9);
    const draft = await work.add({}, { lines: [{ sku, quantity: 1 }] });
    const { visitor, token } = await sent(draft.draftOrderId);
    path.clock.now = later(29);
    work.done(await work.visits.accept(visitor, { revision: 1, total: 1000, part: {} }));
    path.clock.now = later(58);
    expect(await work.visits.open(token)).toMatchObject({ linkId: visitor.linkId });
    await housekeep(later(58));
    expect(await linkRows(draft.draftOrderId)).toHaveLength(1);
    path.clock.now = later(60);
    await housekeep(later(60));
    expect(await work.visits.open(token)).toBeNull();
  });

  const linkRows = (id: string) =>
    rowsOf(path, 'select link_id from draft_order_links where draft_order_id = $1', [id]);

  async function housekeep(at: string): Promise<void> {
    const follower = createFollowerPool(path.database, { max: 1, applicationName: 'test housekeeping' });
    await clearShoppers(follower, at);
    await follower.end();
  }
});

describe('a request for a draft order under a key', () => {
  /** Keeps the outcome of the first, as an Idempotency-Key does. */
  function keyed(): { readonly once: Once; readonly kept: unknown[] } {
    const kept: unknown[] = [];
    const once: Once = async (_client, work, isDone) => {
      if (kept.length > 0) return kept[0] as Awaited<ReturnType<typeof work>>;
      const outcome = await work();
      if (isDone(outcome)) kept.push(outcome);
      return outcome;
    };
    return { once, kept };
  }

  it('keeps which draft order it made and which link, and nothing of what is written in it', async () => {
    const sku = await fresh(9);
    const adding = keyed();
    const input = work.input({}, { lines: [{ sku, quantity: 1 }] });
    const made = await work.draftOrders.add(ACCOUNT, input, STAFF, adding.once);
    if (isNotDone(made)) throw new Error(made.problem);
    const sending = keyed();
    work.done(await work.draftOrders.send(ACCOUNT, made.draftOrderId, LINK, STAFF, sending.once));
    for (const { kept } of [adding, sending]) {
      expect(kept).toMatchObject([{ draftOrderId: made.draftOrderId }]);
      expect(JSON.stringify(kept)).not.toMatch(/berta|Lang|Porto/i);
    }
    expect(await work.draftOrders.add(ACCOUNT, input, STAFF, adding.once)).toMatchObject({ content: input.content });
  });

  it('is told again whatever became of the draft order since', async () => {
    const sku = await fresh(1);
    const adding = keyed();
    const input = work.input({ stockPolicy: 'firm' }, { lines: [{ sku, quantity: 1 }] });
    const made = work.done(await work.draftOrders.add(ACCOUNT, input, STAFF, adding.once));
    const { once } = keyed();
    const acting = { ...STAFF, expectedVersion: [1] };
    const first = work.done(await work.draftOrders.send(ACCOUNT, made.draftOrderId, LINK, acting, once));
    work.done(await work.place(made.draftOrderId));
    const again = work.done(await work.draftOrders.send(ACCOUNT, made.draftOrderId, LINK, acting, once));
    expect(again).toMatchObject({ draft: { state: 'placed' }, link: first.link });
    await rowsOf(path, 'delete from products where sku = $1', [sku]);
    expect(await work.draftOrders.add(ACCOUNT, input, STAFF, adding.once)).toMatchObject({ state: 'placed' });
  });
});

describe('a draft order of a person who is forgotten', () => {
  it('is emptied and ends, its stock is free, its links and mails hold nothing', async () => {
    const sku = await fresh(3);
    const draft = await work.add({ stockPolicy: 'firm', customerId: 'c-9' }, { lines: [{ sku, quantity: 3 }] });
    const answer = await sent(draft.draftOrderId);
    await forget('customer:c-9');
    expect(await work.find(draft.draftOrderId)).toMatchObject({ state: 'cancelled', content: null, reserved: [] });
    expect(await shelf(path, sku)).toMatchObject({ claimed: 0 });
    expect(await work.visits.open(answer.link.token)).toBeNull();
    expect(await rowsOf(path, 'select personal from mails where id = $1', [answer.link.mailId])).toEqual([
      { personal: null },
    ]);
    const change = await work.draftOrders.reopen(ACCOUNT, draft.draftOrderId, STAFF);
    expect(change).toMatchObject({ problem: 'closed' });
    expect(await findings()).toEqual([]);
  });

  it('is emptied too where only its order says whose it is: its buyer gave the address on accepting', async () => {
    const sku = await fresh(3);
    const draft = await work.add({}, { buyer: { firstName: 'Nina' }, lines: [{ sku, quantity: 1 }] });
    const answer = work.done(
      await work.draftOrders.send(ACCOUNT, draft.draftOrderId, { mail: false, days: 30 }, STAFF, EACH_TIME),
    );
    const visitor = await work.visits.open(answer.link.token);
    if (visitor === null) throw new Error('the link opens nothing');
    const part = { email: 'nina@example.org' };
    work.done(await work.visits.accept(visitor, { revision: 1, total: 1000, part }));
    await forget(path.log.keys.subjectOf(ACCOUNT, '', null, part.email));
    expect(await work.find(draft.draftOrderId)).toMatchObject({ state: 'placed', content: null });
    const [row] = await rowsOf(path, 'select buyer, pieces from draft_orders where draft_order_id = $1', [draft.draftOrderId]); // prettier-ignore
    expect(row).toEqual({ buyer: null, pieces: 0 });
    expect(await findings()).toEqual([]);
  });

  it('gives its stock back in the order in which sales lock it, so that neither waits for the other', async () => {
    const [a, b] = [await fresh(3, 'sku-1-a'), await fresh(3, 'sku-2-b')];
    for (const sku of [b, a]) await work.add({ stockPolicy: 'firm', customerId: 'c-8' }, { lines: [{ sku, quantity: 1 }] }); // prettier-ignore
    const sale = await path.database.owner.connect();
    const locked = (sku: string) =>
      sale.query('select from stock where account = $1 and sku = $2 for update nowait', [ACCOUNT, sku]);
    try {
      await sale.query('begin');
      await locked(a);
      const forgetting = forget('customer:c-8');
      await expect.poll(waiting).toBe(1);
      // Forgetting waits for the first shelf and holds no other.
      await locked(b);
      await sale.query('rollback');
      await forgetting;
    } finally {
      sale.release();
    }
    expect([await shelf(path, a), await shelf(path, b)]).toMatchObject([{ claimed: 0 }, { claimed: 0 }]);
  });

  /** Read by the owner: whoever serves does not see what others run. */
  const waiting = async (): Promise<number> => {
    const { rows } = await path.database.owner.query(
      `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%forget_draft_orders%'`,
    );
    return rows.length;
  };
});
