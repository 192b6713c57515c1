import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveProducts } from '../src/catalogue/products.js';
import type { OrderWrite, Unit } from '../src/committer/unit.js';
import { newCommandId, noHash, sealEvents } from '../src/event-log/seal-events.js';
import { setStock } from '../src/stock/stock.js';
import { acceptedOrder, asked, openWritePath, placement, refusalOf, rowsOf, type WritePath } from './write-path.js';

let path: WritePath;

beforeAll(async () => {
  path = await openWritePath(['acme', 'race', 'other']);
});
afterAll(() => path.close());

let orders = 0;

/** A unit as small as the commit function takes it; no read models. */
function unit(changes: Partial<OrderWrite> = {}, account = 'acme'): Unit {
  const orderId = changes.orderId ?? `hand-made-${(orders += 1)}`;
  const after = changes.expectedVersion ?? 0;
  const occasion = { at: path.clock.now, actor: 'key:test', reason: 'a test', commandId: newCommandId() };
  const stream = { account, streamKind: 'order', streamId: orderId };
  const issued = path.log.keys.issue(account, 'order', orderId);
  return {
    accounts: [account],
    orders: [
      {
        account,
        orderId,
        expectedVersion: after,
        events: sealEvents({
          stream,
          after,
          prevHash: noHash,
          occasion,
          key: issued.key,
          events: [{ type: 'note_added', data: { n: orders }, personal: { text: 'á' } }],
        }),
        state:
          after === 0
            ? { head: '{"h":1}', lines: '[]', documents: '{}', carried: '{}' }
            : { head: '{"h":2}', lines: null, documents: null, carried: null },
        key: after === 0 ? { subject: `order:${orderId}`, wrapped: issued.wrapped } : null,
        externalIds: [],
        claims: [],
        listInsert: null,
        listUpdate: null,
        rollups: [],
        documents: { set: [], gone: [], values: [], valuesGone: [] },
        uses: [],
        timers: { set: [], removed: [] },
        ...changes,
      },
    ],
  };
}

const claim = (sku: string, quantity: number) =>
  ({ kind: 'claim', sku, place: 'main', quantity, lineId: '1' }) as const;

const count = (sku: string, onHand: number, account = 'acme') =>
  setStock(path.database.serving, account, [{ sku, place: 'main', onHand }], 'count', path.clock.now);

describe('the committer', () => {
  it('writes what arrives together in few transactions, and gives the account gapless numbers in commit order', async () => {
    const seen: number[] = [];
    const stop = path.committer.onCommitted((account, seq) => account === 'acme' && seen.push(seq));
    const answers = await Promise.all(Array.from({ length: 100 }, () => path.committer.commit(unit())));
    stop();
    expect(answers.every(({ kind }) => kind === 'ok')).toBe(true);
    expect(seen.length).toBeLessThan(20);
    const rows = await rowsOf<{ seq: number; xid: string }>(
      path,
      "select seq, xmin::text as xid from events where account = 'acme' order by seq",
    );
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
    expect(new Set(rows.map(({ xid }) => xid)).size).toBe(seen.length);
    expect(Math.max(...seen)).toBe(rows.length);
  });

  it('lets one bad unit fail alone', async () => {
    await count('few', 3);
    const taken = unit({ externalIds: [['shop', 'T-1']] });
    expect(await path.committer.commit(taken)).toEqual({ kind: 'ok' });
    // The first two are under way alone, the others form one batch.
    const answers = await Promise.all(
      [
        unit(),
        unit(),
        unit({ claims: [claim('few', 2)] }),
        unit({ claims: [claim('few', 4)] }),
        unit({ claims: [claim('unheard-of', 1)] }),
        unit({ externalIds: [['shop', 'T-1']] }),
        unit({ orderId: taken.orders[0]?.orderId ?? '', expectedVersion: 7 }),
        unit({ orderId: 'nowhere', expectedVersion: 1 }),
        unit({ claims: [claim('few', 1)] }),
      ].map((one) => path.committer.commit(one)),
    );
    const short = { kind: 'claim_failed', place: 'main' };
    expect(answers).toEqual([
      { kind: 'ok' },
      { kind: 'ok' },
      { kind: 'ok' },
      { ...short, reason: 'insufficient_stock', sku: 'few', requested: 4, available: 3 },
      { ...short, reason: 'stock_not_counted', sku: 'unheard-of', requested: 1, available: null },
      { kind: 'duplicate_key', key: 'external_id' },
      { kind: 'version_conflict' },
      { kind: 'version_conflict' },
      { kind: 'ok' },
    ]);
    const [left] = await rowsOf(path, "select on_hand, claimed from stock where account = 'acme' and sku = 'few'");
    expect(left).toEqual({ on_hand: 3, claimed: 3 });
  });

  it('does not blame a unit whose product was there for one whose product was not', async () => {
    await count('plenty', 4);
    await count('scarce', 3);
    const answers = await Promise.all(
      [unit(), unit(), unit({ claims: [claim('plenty', 3)] }), unit({ claims: [claim('scarce', 5)] })].map((one) =>
        path.committer.commit(one),
      ),
    );
    expect(answers.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok', 'claim_failed']);
  });

  it('leaves nothing of a unit behind that is not written', async () => {
    await count('one', 1);
    const failing = unit({ externalIds: [['shop', 'gone']], claims: [claim('one', 2)] });
    expect((await path.committer.commit(failing)).kind).toBe('claim_failed');
    const id = failing.orders[0]?.orderId;
    for (const [table, column] of [
      ['orders', 'order_id'],
      ['events', 'stream_id'],
      ['subject_keys', 'stream_id'],
      ['order_external_ids', 'order_id'],
      ['stock_movements', 'order_id'],
    ]) {
      expect(
        await rowsOf(path, `select 1 from ${table} where account = 'acme' and ${column} = $1`, [id]),
        table,
      ).toEqual([]);
    }
  });

  it('changes only the parts of an order that it is given', async () => {
    const placed = unit();
    const orderId = placed.orders[0]?.orderId ?? '';
    await path.committer.commit(placed);
    expect(await path.committer.commit(unit({ orderId, expectedVersion: 1 }))).toEqual({ kind: 'ok' });
    const [row] = await rowsOf(
      path,
      "select version, head, lines, documents, carried from orders where account = 'acme' and order_id = $1",
      [orderId],
    );
    expect(row).toEqual({ version: 2, head: '{"h":2}', lines: '[]', documents: '{}', carried: '{}' });
  });

  it('answers that the catalogue is stale to units that were decided on an older one, and to no others', async () => {
    await saveProducts(path.database.serving, 'acme', []);
    const [{ catalogue_version: now } = { catalogue_version: 0 }] = await rowsOf<{ catalogue_version: number }>(
      path,
      "select catalogue_version from account_heads where account = 'acme'",
    );
    const answers = await Promise.all([
      path.committer.commit(unit()),
      path.committer.commit(unit()),
      path.committer.commit({ ...unit(), catalogueVersion: now - 1 }),
      path.committer.commit(unit()),
      path.committer.commit({ ...unit(), catalogueVersion: now }),
    ]);
    expect(answers.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'stale_catalogue', 'ok', 'ok']);
  });

  it('writes units of different accounts apart, each under its own numbers', async () => {
    const mixed = Array.from({ length: 20 }, (_, n) => unit({}, n % 2 === 0 ? 'acme' : 'other'));
    const answers = await Promise.all(mixed.map((one) => path.committer.commit(one)));
    expect(answers.every(({ kind }) => kind === 'ok')).toBe(true);
    const seqs = await rowsOf<{ seq: number }>(
      path,
      "select seq from events where account = 'other' order by seq",
      [],
      ['other'],
    );
    expect(seqs.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('writes a unit of two accounts whole, when both are named', async () => {
    const [here] = unit().orders;
    const [there] = unit({}, 'other').orders;
    if (here === undefined || there === undefined) throw new Error('no orders');
    expect(await path.committer.commit({ accounts: ['acme', 'other'], orders: [here, there] })).toEqual({ kind: 'ok' });
    const rows = await rowsOf(
      path,
      'select account from orders where order_id in ($1, $2)',
      [here.orderId, there.orderId],
      ['acme', 'other'],
    );
    expect(rows.length).toBe(2);
    const [more] = unit({}, 'other').orders;
    await expect(
      path.committer.commit({ accounts: ['acme'], orders: more === undefined ? [] : [more] }),
    ).rejects.toThrow(/row-level security|no head/);
  });

  it('serves all of two processes whose products overlap in opposite order', async () => {
    const skus = Array.from({ length: 12 }, (_, n) => `both-${n}`);
    await setStock(
      path.database.serving,
      'acme',
      skus.map((sku) => ({ sku, place: 'main', onHand: 100_000 })),
      'count',
      path.clock.now,
    );
    const other = path.another().committer;
    const claims = skus.map((sku) => claim(sku, 1));
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, n) =>
        n % 2 === 0 ? path.committer.commit(unit({ claims })) : other.commit(unit({ claims: claims.toReversed() })),
      ),
    );
    expect(answers.every(({ kind }) => kind === 'ok')).toBe(true);
    const rows = await rowsOf<{ claimed: number }>(
      path,
      "select claimed from stock where account = 'acme' and sku like 'both-%'",
    );
    expect(rows.every(({ claimed }) => claimed === 300)).toBe(true);
    const [deadlocks] = await rowsOf<{ n: number }>(
      path,
      'select deadlocks as n from pg_stat_database where datname = current_database()',
    );
    expect(deadlocks?.n).toBe(0);
  });
});

describe('stock', () => {
  it('sells 10 pieces to exactly 10 of 300 buyers in two processes, and its ledger runs through', async () => {
    const product = {
      sku: 'hot',
      gtin: null,
      name: 'Hot',
      priceMicros: 25_000_000,
      currency: 'EUR',
      counted: true,
      place: 'main',
    };
    await saveProducts(path.database.serving, 'race', [product]);
    await count('hot', 10, 'race');
    const other = path.another();
    const buy = placement({ lines: [{ sku: 'hot', quantity: 1 }], total: 2500 });
    const outcomes = await Promise.all(
      Array.from({ length: 300 }, (_, n) => (n % 2 === 0 ? path : other).execute(asked(buy, { account: 'race' }))),
    );
    expect(outcomes.filter(({ accepted }) => accepted).length).toBe(10);
    expect(new Set(outcomes.filter(({ accepted }) => !accepted).map(refusalOf))).toEqual(
      new Set(['insufficient_stock']),
    );
    const [row] = await rowsOf(path, "select on_hand, claimed, confirmed from stock where sku = 'hot'", [], ['race']);
    expect(row).toEqual({ on_hand: 10, claimed: 10, confirmed: 0 });

    const ids = outcomes.flatMap((outcome) => (outcome.accepted ? [acceptedOrder(outcome).head.orderId] : []));
    await Promise.all(
      ids.map((orderId) =>
        other.execute(asked({ type: 'approve_payment', paymentId: 'p1' }, { account: 'race', orderId })),
      ),
    );
    const ledger = await rowsOf<
      Record<
        | 'on_hand_before'
        | 'claimed_before'
        | 'confirmed_before'
        | 'on_hand_after'
        | 'claimed_after'
        | 'confirmed_after',
        number
      >
    >(path, "select * from stock_movements where sku = 'hot' order by id", [], ['race']);
    expect(ledger.length).toBe(21);
    let last = { on_hand: 0, claimed: 0, confirmed: 0 };
    for (const move of ledger) {
      expect({ on_hand: move.on_hand_before, claimed: move.claimed_before, confirmed: move.confirmed_before }).toEqual(
        last,
      );
      last = { on_hand: move.on_hand_after, claimed: move.claimed_after, confirmed: move.confirmed_after };
    }
    expect(last).toEqual({ on_hand: 10, claimed: 0, confirmed: 10 });
  });

  it('is not counted below what orders hold, and then nothing of the load is written', async () => {
    await count('held', 5);
    await path.committer.commit(unit({ claims: [claim('held', 4)] }));
    const counts = [
      { sku: 'held', place: 'main', onHand: 3 },
      { sku: 'new', place: 'main', onHand: 9 },
    ];
    expect(await setStock(path.database.serving, 'acme', counts, 'count', path.clock.now)).toEqual({
      problem: 'below_held',
      sku: 'held',
      place: 'main',
      counted: 3,
      held: 4,
    });
    expect(await rowsOf(path, "select on_hand from stock where account = 'acme' and sku in ('held', 'new')")).toEqual([
      { on_hand: 5 },
    ]);
  });

  it('cannot be oversold by a statement that forgets to ask', async () => {
    await count('guarded', 1);
    await expect(
      rowsOf(path, "update stock set claimed = 2 where account = 'acme' and sku = 'guarded'"),
    ).rejects.toThrow('stock_not_oversold');
  });
});
