import type { Command } from '@docket/core/order/commands';
import type { PlaceOrder } from '@docket/core/order/placing-commands';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveProducts } from '../src/catalogue/products.js';
import { query, withAccounts } from '../src/database/pool.js';
import type { Envelope, Outcome } from '../src/execute.js';
import { startHousekeeping } from '../src/followers/housekeeping.js';
import { forgetSubject } from '../src/forgetting/forget-subject.js';
import { comparable, type Effects } from '../src/previews/effects.js';
import type { Preview, PreviewOwner } from '../src/previews/previews.js';
import { setStock } from '../src/stock/stock.js';
import { acceptedOrder, asked, openWritePath, placement, refusalOf, rowsOf, type WritePath } from './write-path.js';

let path: WritePath;
const begin = '2026-03-02T10:00:00.000Z';

beforeAll(async () => {
  path = await openWritePath();
  await saveProducts(path.database.serving, 'acme', [cup(10_000_000)]);
  await setStock(path.database.serving, 'acme', [{ sku: 'cup', place: 'main', onHand: 1_000 }], 'count', begin);
});
afterAll(() => path.close());

const cup = (priceMicros: number) => ({
  sku: 'cup',
  name: 'Cup',
  gtin: null,
  priceMicros,
  currency: 'EUR',
  counted: true,
  place: 'main',
});
const cups = (quantity: number, changes: Partial<PlaceOrder> = {}) =>
  placement({
    workflow: 'simple',
    lines: [{ sku: 'cup', quantity }],
    total: quantity * 1000,
    payments: [{ id: 'p1', method: 'credit_card', amount: quantity * 1000 }],
    ...changes,
  });

const ana: PreviewOwner = { account: 'acme', credential: 'key:ana' };
const may = (): void => undefined;

async function preview(envelope: Envelope, owner = ana): Promise<Preview> {
  const made = await path.previews.make(owner, envelope);
  if ('accepted' in made) throw new Error(`refused: ${JSON.stringify(made.refusal)}`);
  return made;
}
const commit = (token: string, owner = ana): Promise<Outcome> => path.previews.commit(owner, token, may);
const place = async (command = cups(2)) => acceptedOrder(await path.execute(asked(command))).head.orderId;

/** Rows of every table but previews. */
async function rowCounts(): Promise<Record<string, number>> {
  const { rows: tables } = await path.database.owner.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'previews' order by 1",
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await path.database.owner.query<{ count: number }>(`select count(*)::int from ${name}`);
    counts[name] = rows[0]?.count ?? 0;
  }
  return counts;
}

describe('a preview', () => {
  it('tells what a placement would do: events, stock, money, figures', async () => {
    const shown = await preview(asked(cups(3)));
    const { orderId } = shown.order.head;
    expect(orderId).toMatch(/^14800005\d{5}-01$/);
    expect(shown.effects[orderId]).toMatchObject({
      currency: 'EUR',
      events: [{ type: 'order_placed', data: { totals: { total: 3000 } }, personal: { buyer: { firstName: 'Ana' } } }],
      changes: { status: { before: null, after: 'pending' }, amountDue: { before: null, after: 3000 } },
      stock: [{ kind: 'claim', sku: 'cup', place: 'main', quantity: 3, claimed: 3, onHand: 0 }],
      money: [{ event: 'order_placed', debit: 'receivable', credit: 'sold', amount: 3000 }],
      papers: [],
      messages: [],
    });
  });

  it('tells which papers would be issued', async () => {
    const orderId = await place(placement({ workflow: 'free' }));
    const shown = await preview(asked({ type: 'issue_invoice', number: 'A-1', value: 2500 }, { orderId }));
    expect(shown.effects[orderId]?.papers).toEqual([{ kind: 'invoice', number: 'A-1', value: 2500 }]);
  });

  it('writes nothing but itself', async () => {
    const orderId = await place();
    const before = await rowCounts();
    await preview(asked(cups(2)));
    await preview(asked({ type: 'approve_payment', paymentId: 'p1' }, { orderId }));
    await path.previews.make(ana, asked({ type: 'refund' }, { orderId }));
    expect(await rowCounts()).toEqual(before);
    const { rows } = await path.database.owner.query<{ content: Buffer }>('select content from previews');
    expect(rows.some(({ content }) => content.includes('Ana'))).toBe(false);
  });

  it('is refused as the command is', async () => {
    const orderId = await place();
    for (const command of [
      { type: 'approve_payment', paymentId: 'none' },
      { type: 'refund' },
      { type: 'issue_invoice', number: 'A', value: 1 },
    ] as const satisfies readonly Command[]) {
      const made = await path.previews.make(ana, asked(command, { orderId }));
      expect(made).toEqual(await path.execute(asked(command, { orderId })));
    }
    const wrong = asked(cups(1, { total: 1 }));
    expect(await path.previews.make(ana, wrong)).toEqual(await path.execute(wrong));
  });

  it('warns of what is claimed at the commit alone: stock, and ids that others took', async () => {
    const many = await preview(asked(cups(2_000)));
    expect(many.warnings).toMatchObject([
      { refused: 'insufficient_stock', pointer: '/lines/0/quantity', details: { requested: 2_000 } },
    ]);
    expect(refusalOf(await commit(many.token))).toBe('insufficient_stock');
    await place(cups(1, { externalIds: { shop: 'X-1' } }));
    const taken = await preview(asked(cups(1, { externalIds: { shop: 'X-1' } })));
    expect(taken.warnings).toMatchObject([{ refused: 'external_id_taken' }]);
    expect(refusalOf(await commit(taken.token))).toBe('external_id_taken');
  });

  it('can be looked at again by its credential alone', async () => {
    const shown = await preview(asked(cups(1)));
    expect(await path.previews.find(ana, shown.token)).toEqual(JSON.parse(JSON.stringify(shown)));
    expect(await path.previews.find({ ...ana, credential: 'key:ben' }, shown.token)).toBeNull();
  });

  it('does not tell of linked orders that who asks may not see', async () => {
    const market = await place(placement({ workflow: 'marketplace' }));
    const seller = await place(placement({ workflow: 'fulfillment', fulfils: market, payments: [] }));
    const cancel = asked({ type: 'request_cancellation' }, { orderId: seller });
    expect(Object.keys((await preview(cancel)).effects).sort()).toEqual([market, seller].sort());
    const blind = await preview(cancel, { ...ana, visible: ({ head }) => head.orderId !== market });
    expect([blind.effects, blind.baseVersions].map(Object.keys)).toEqual([[seller], [seller]]);
  });
});

describe('committing a preview', () => {
  it('does what the command does', async () => {
    const [one, other] = [await place(), await place()];
    const command: Command = { type: 'approve_payment', paymentId: 'p1' };
    const direct = acceptedOrder(await path.execute(asked(command, { orderId: one })));
    const shown = await preview(asked(command, { orderId: other }));
    const outcome = await commit(shown.token);
    const committed = acceptedOrder(outcome);
    expect(outcome).toMatchObject({ replayed: false });
    expect(withoutIds(committed)).toEqual(withoutIds(direct));
    expect(withoutIds(committed)).toEqual(withoutIds(shown.order));
  });

  it('places the order under the number that was shown', async () => {
    const shown = await preview(asked(cups(1)));
    expect(acceptedOrder(await commit(shown.token))).toEqual(shown.order);
  });

  it('happens once; again it answers what the first commit did, also after the order went on', async () => {
    const orderId = await place();
    const { token } = await preview(asked({ type: 'add_note', text: 'call' }, { orderId }));
    const [first, second] = await Promise.all([commit(token), commit(token)]);
    expect([first, second].filter((outcome) => outcome.accepted && outcome.replayed)).toHaveLength(1);
    acceptedOrder(await path.execute(asked({ type: 'add_note', text: 'b' }, { orderId })));
    expect(await commit(token)).toMatchObject({ accepted: true, replayed: true, order: { head: { version: 2 } } });
    const placed = await preview(asked(cups(1)));
    const both = await Promise.all([commit(placed.token), path.another().previews.commit(ana, placed.token, may)]);
    expect(both.map((outcome) => acceptedOrder(outcome).head.orderId)).toEqual(
      Array(2).fill(placed.order.head.orderId),
    );
  });

  it('happens although something else came between, where the effects stay the same', async () => {
    const orderId = await place();
    const { token } = await preview(asked({ type: 'approve_payment', paymentId: 'p1' }, { orderId }));
    acceptedOrder(await path.execute(asked({ type: 'add_note', text: 'between' }, { orderId })));
    path.clock.now = '2026-03-02T10:05:00.000Z';
    const order = acceptedOrder(await commit(token));
    expect(order.head).toMatchObject({ version: 3, updatedAt: '2026-03-02T10:05:00.000Z' });
  });

  it('takes times as they are by then, and no other time for another effect', async () => {
    path.clock.now = begin;
    const shown = await preview(asked(cups(1, { incomplete: true })));
    path.clock.now = '2026-03-02T10:05:00.000Z';
    const { head } = acceptedOrder(await commit(shown.token));
    expect(head.placementDeadline).toBe('2026-03-02T10:10:00.000Z');
    path.clock.now = begin;
  });

  it('is refused with the difference where the effects are others', async () => {
    const orderId = await place(cups(2, { workflow: 'free' }));
    acceptedOrder(await path.execute(asked({ type: 'approve_payment', paymentId: 'p1' }, { orderId })));
    const { token } = await preview(asked({ type: 'refund' }, { orderId }));
    acceptedOrder(await path.execute(asked({ type: 'refund', amount: 500 }, { orderId })));
    const outcome = await commit(token);
    expect(refusalOf(outcome)).toBe('preview_outdated');
    expect(outcome).toMatchObject({
      refusal: {
        difference: expect.arrayContaining([
          { pointer: `/${orderId}/events/0/data/refunds/0/amount`, before: 2000, after: 1500 },
        ]) as unknown,
      },
    });
    // What is refused leaves nothing behind: the token may be tried again, and is as outdated as before.
    expect(refusalOf(await commit(token))).toBe('preview_outdated');
  });

  it('is refused as the command is, where it cannot be done any more', async () => {
    const orderId = await place();
    const { token } = await preview(asked({ type: 'approve_payment', paymentId: 'p1' }, { orderId }));
    acceptedOrder(await path.execute(asked({ type: 'request_cancellation' }, { orderId })));
    expect(refusalOf(await commit(token))).toBe('order_cancelled');
  });

  it('keeps to the version that the preview demanded', async () => {
    const orderId = await place();
    const { token } = await preview(asked({ type: 'assign', assignee: 'ben' }, { orderId, expectedVersion: 1 }));
    acceptedOrder(await path.execute(asked({ type: 'add_note', text: 'between' }, { orderId })));
    expect(refusalOf(await commit(token))).toBe('version_conflict');
  });

  it('keeps to the prices that were shown, whatever the catalogue says by now', async () => {
    const shown = await preview(asked(cups(1)));
    await saveProducts(path.database.serving, 'acme', [cup(12_000_000)]);
    expect(acceptedOrder(await commit(shown.token)).head.totals.total).toBe(1000);
    expect(refusalOf(await path.execute(asked(cups(1))))).toBe('totals_mismatch');
    await saveProducts(path.database.serving, 'acme', [cup(10_000_000)]);
  });

  it('is for the credential that made it, for 15 minutes', async () => {
    const { token } = await preview(asked(cups(1)));
    expect(refusalOf(await commit(token, { ...ana, credential: 'key:ben' }))).toBe('preview_not_found');
    expect(refusalOf(await commit('A'.repeat(43)))).toBe('preview_not_found');
    path.clock.now = '2026-03-02T10:20:00.000Z';
    expect(refusalOf(await commit(token))).toBe('preview_not_found');
    path.clock.now = begin;
  });

  it('asks whether who commits may still send the command, the first time and again', async () => {
    const { token } = await preview(asked(cups(1)));
    const mayNot = (): never => {
      throw new Error('may not');
    };
    await expect(path.previews.commit(ana, token, mayNot)).rejects.toThrow('may not');
    acceptedOrder(await commit(token));
    await expect(path.previews.commit(ana, token, mayNot)).rejects.toThrow('may not');
  });

  it('finds no order that who asks may not see any more', async () => {
    const orderId = await place();
    const { token } = await preview(asked({ type: 'add_note', text: 'x' }, { orderId }));
    expect(refusalOf(await commit(token, { ...ana, visible: () => false }))).toBe('order_not_found');
  });
});

describe('what is kept of previews', () => {
  const kept = async () => (await rowsOf<{ count: number }>(path, 'select count(*)::int from previews'))[0]?.count;

  it('goes when it has expired', async () => {
    await preview(asked(cups(1)));
    path.clock.now = '2026-03-02T11:00:00.000Z';
    const fresh = await preview(asked(cups(1)));
    const errors: unknown[] = [];
    const house = startHousekeeping(
      {
        follower: path.database.owner,
        paymentLogDays: 400,
        clock: () => path.clock.now,
        onError: (error) => errors.push(error),
      },
      1_000_000,
    );
    await house.stop();
    expect(errors).toEqual([]);
    expect(await kept()).toBe(1);
    expect(await path.previews.find(ana, fresh.token)).not.toBeNull();
    path.clock.now = begin;
  });

  it('goes when the person is forgotten', async () => {
    await withAccounts(path.database.serving, ['acme'], (client) => query(client, { text: 'delete from previews' }));
    const orderId = await place(cups(1, { customerId: 'c-7' }));
    await preview(asked({ type: 'add_note', text: 'tall' }, { orderId }));
    await preview(asked(cups(1, { customerId: 'c-7' })));
    await preview(asked(cups(1, { customerId: 'c-8' })));
    const { log, execute } = path;
    await forgetSubject(
      { log, execute },
      {
        account: 'acme',
        subject: 'customer:c-7',
        at: begin,
        actor: { kind: 'staff', id: 'staff:ana' },
        reason: 'asked',
      },
    );
    expect(await kept()).toBe(1);
  });
});

const withoutIds = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value)
      .replaceAll(/148\d{10}/g, 'group')
      .replaceAll(/"sequence":\d+/g, '"sequence":0'),
  ) as unknown;

describe('whatever happened to an order before', () => {
  const command: fc.Arbitrary<Command> = fc.constantFrom<Command>(
    { type: 'approve_payment', paymentId: 'p1' },
    { type: 'deny_payment', paymentId: 'p1' },
    { type: 'request_cancellation', reason: 'why not' },
    { type: 'start_handling' },
    { type: 'issue_invoice', number: 'A-1', value: 2000 },
    { type: 'issue_invoice', number: 'A-2', value: 1000, items: [{ sku: 'cup', quantity: 1 }] },
    { type: 'send_package' },
    { type: 'track_package', packageId: '1', delivered: true },
    { type: 'mark_delivered' },
    { type: 'issue_return_invoice', number: 'R-1', value: 500 },
    { type: 'refund', amount: 300 },
    { type: 'close_short' },
    { type: 'change_tags', add: ['gift'] },
    { type: 'assign', assignee: 'ben' },
    { type: 'delete_order' },
    { type: 'restore_order' },
  );

  it('a preview shows the effects that the command then has, or its refusal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('simple' as const, 'complete' as const, 'free' as const),
        fc.array(command, { minLength: 1, maxLength: 8 }),
        async (workflow, commands) => {
          const orderId = await place(cups(2, { workflow }));
          for (const next of commands) {
            const made = await path.previews.make(ana, asked(next, { orderId }));
            const outcome = await path.execute(asked(next, { orderId }));
            if ('accepted' in made || !outcome.accepted) {
              expect(made).toEqual(outcome);
              continue;
            }
            expect(made.order).toEqual(outcome.order);
            const { events } = made.effects[orderId] ?? { events: [] };
            const happened = outcome.events.map(({ type, data, personal }) => ({ type, data, personal }));
            const foreseen = events.map(({ type, data, personal }) => ({ type, data, personal }));
            const asEffects = (list: unknown): Effects => ({ [orderId]: list }) as unknown as Effects;
            expect(comparable(asEffects(foreseen))).toBe(comparable(asEffects(happened)));
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
