import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptedOrder, asked, openWritePath, placement, rowsOf, type WritePath } from './write-path.js';
import { type FeedWork, openFeedWork } from './feed-work.js';

let path: WritePath;
let work: FeedWork;

beforeAll(async () => {
  path = await openWritePath();
  work = openFeedWork(path);
});
afterAll(async () => {
  await work.end();
  await path.close();
});
beforeEach(async () => {
  path.clock.now = '2026-03-02T10:00:00.000Z';
  for (const { feed } of await work.feeds.page('acme', { after: null, limit: 100 })) {
    await work.feeds.remove('acme', feed);
  }
});

const later = (seconds: number): void => {
  path.clock.now = new Date(Date.parse(path.clock.now) + seconds * 1_000).toISOString();
};
const place = async (): Promise<string> => acceptedOrder(await path.execute(asked(placement()))).head.orderId;
const pay = async (orderId: string): Promise<void> => {
  acceptedOrder(await path.execute(asked({ type: 'approve_payment', paymentId: 'p1' }, { orderId })));
};
const take = (feed = 'f', most = 10) => work.items.take('acme', feed, most);
const ready = { type: 'status', statuses: ['ready-for-handling'], document: 'docket' } as const;
const every = { type: 'status', statuses: [], document: 'docket' } as const;

describe('a feed', () => {
  it('holds the changes of status that it asks for, from the moment it was made', async () => {
    await pay(await place());
    await work.add('f', ready);
    const orderId = await place();
    later(60);
    await pay(orderId);
    await work.follow();
    expect(await take()).toMatchObject([
      {
        orderId,
        sequence: 1,
        domain: 'Fulfillment',
        state: 'ready-for-handling',
        currentChange: '2026-03-02T10:01:00.000Z',
      },
    ]);
  });

  it('without statuses holds every step of every side, the first with nothing before it', async () => {
    await work.add('f', every);
    const orderId = await place();
    await pay(orderId);
    await work.follow();
    const items = await work.items.page('acme', 'f', { after: 0, limit: 100, openOnly: false });
    const { rows } = await path.database.owner.query<{ data: string }>('select data from events order by seq');
    const moves = rows.slice(-2).flatMap(({ data }) => (JSON.parse(data) as { moves?: { to: string }[] }).moves ?? []);
    expect(items.map(({ state }) => state)).toEqual(moves.map(({ to }) => to));
    expect(items.map(({ sequence }) => sequence)).toEqual(items.map((_, nth) => nth + 1));
    expect(items[0]).toMatchObject({ lastState: '' });
  });

  it('gives an item once, hides it while it is worked on, and gives it again under another handle', async () => {
    await work.add('f', ready);
    await pay(await place());
    await work.follow();
    const [first] = await take();
    expect(await take()).toEqual([]);
    later(31);
    const [again] = await take();
    expect(again).toMatchObject({ sequence: first?.sequence, takes: 2 });
    expect(again?.handle).not.toBe(first?.handle);
    expect(await work.items.commit('acme', 'f', [first?.handle ?? ''])).toBe(0);
    expect(await work.items.commit('acme', 'f', [again?.handle ?? '', 'nonsense', ''])).toBe(1);
    later(31);
    expect(await take()).toEqual([]);
  });

  it('gives the items of an order one after the other: the next when the one before was committed', async () => {
    await work.add('f', every);
    const orders = [await place(), await place()];
    for (const orderId of orders) await pay(orderId);
    await work.follow();
    const seen: string[] = [];
    for (let items = await take(); items.length > 0; items = await take()) {
      expect(new Set(items.map(({ orderId }) => orderId)).size).toBe(items.length);
      expect(await take('f', 1)).toEqual([]);
      seen.push(...items.map(({ orderId, sequence }) => `${orderId} ${String(sequence).padStart(3, '0')}`));
      await work.items.commit(
        'acme',
        'f',
        items.map(({ handle }) => handle),
      );
    }
    const stored = await work.items.page('acme', 'f', { after: 0, limit: 100, openOnly: false });
    expect(seen).toHaveLength(stored.length);
    for (const orderId of orders) {
      const own = seen.filter((each) => each.startsWith(orderId));
      expect(own).toEqual([...own].sort());
    }
  });

  it('keeps what nobody commits, however old; what was committed is kept for its time, to be replayed', async () => {
    const { dropDoneItems } = await import('../src/feed/keep-feeds.js');
    await work.add('f', every);
    await pay(await place());
    await work.follow();
    const [first] = await take();
    await work.items.commit('acme', 'f', [first?.handle ?? '']);
    const open = async (): Promise<number> => (await work.feeds.find('acme', 'f'))?.state.open ?? 0;
    const left = await open();
    expect(await work.items.replay('acme', 'f', 1)).toBe(1);
    expect(await open()).toBe(left + 1);
    const [again] = await take();
    expect(again).toMatchObject({ sequence: 1, takes: 1 });
    await work.items.commit('acme', 'f', [again?.handle ?? '']);
    later(345_601);
    await dropDoneItems(path.database.owner, path.clock.now);
    const kept = await work.items.page('acme', 'f', { after: 0, limit: 100, openOnly: false });
    expect(kept.map(({ sequence }) => sequence)).toEqual(Array.from({ length: left }, (_, nth) => nth + 2));
  });

  it('that is paused gives nothing and gathers; resumed, it gives everything', async () => {
    await work.add('f', ready);
    await work.feeds.pause('acme', 'f', 'the warehouse moves');
    await pay(await place());
    await work.follow();
    expect(await take()).toEqual([]);
    expect((await work.feeds.find('acme', 'f'))?.state).toMatchObject({ open: 1, reason: 'the warehouse moves' });
    await work.feeds.resume('acme', 'f');
    expect(await take()).toHaveLength(1);
  });

  it('that begins at an earlier position gets what happened since, beside the others', async () => {
    await work.add('now', every);
    await pay(await place());
    await work.add('again', ready, { from: 0 });
    await pay(await place());
    await work.follow();
    expect((await work.items.page('acme', 'again', { after: 0, limit: 100, openOnly: true })).length).toBe(0);
    await work.catchUp();
    const all = await rowsOf(path, `select 1 from events where data like '%"to":"ready-for-handling"%'`);
    const items = await work.items.page('acme', 'again', { after: 0, limit: 100, openOnly: true });
    expect(items).toHaveLength(all.length);
    // In step from now on.
    await pay(await place());
    await work.follow();
    expect(await work.items.page('acme', 'again', { after: items.length, limit: 9, openOnly: true })).toHaveLength(1);
  });

  it('is decided once, whoever of two workers is faster', async () => {
    await work.add('f', every);
    for (let count = 0; count < 30; count += 1) await pay(await place());
    await Promise.all([work.follow(), work.follow(), work.follow()]);
    const { rows } = await path.database.owner.query<{ items: number; last: number; kinds: number }>(
      `select count(*)::int as items, max(sequence)::int as last, count(distinct (seq, domain, state))::int as kinds
         from feed_items where feed = 'f'`,
    );
    expect(rows[0]?.items).toBe(rows[0]?.last);
    expect(rows[0]?.items).toBe(rows[0]?.kinds);
    expect(rows[0]?.items).toBeGreaterThan(60);
  });
});

describe('a feed of an expression', () => {
  const paid = { type: 'order', expression: 'status = "ready-for-handling"', document: 'vtex' } as const;

  it('takes an order once, the first time it matches; or with every change while it does', async () => {
    await work.add('once', { ...paid, everyMatch: false });
    await work.add('always', { ...paid, everyMatch: true });
    const orderId = await place();
    await pay(orderId);
    for (const text of ['one', 'two']) await path.execute(asked({ type: 'add_note', text }, { orderId }));
    await work.follow();
    expect(await work.items.page('acme', 'once', { after: 0, limit: 9, openOnly: false })).toMatchObject([{ orderId }]);
    const items = await work.items.page('acme', 'always', { after: 0, limit: 9, openOnly: false });
    expect(items.map(({ version, state }) => [version, state])).toEqual([
      [2, 'ready-for-handling'],
      [3, 'ready-for-handling'],
      [4, 'ready-for-handling'],
    ]);
    expect(items[0]?.lastState).toBe('payment-pending');
  });

  it('whose document cannot be written fails as an expression does, and the others go on', async () => {
    const broken = openFeedWork(path, undefined, () => {
      throw new Error('no document');
    });
    await work.add('blind', { ...paid, everyMatch: true });
    await work.add('native', { ...paid, document: 'docket', expression: '$exists(orderId)', everyMatch: false });
    await work.add('status', ready);
    const orderId = await place();
    await pay(orderId);
    await broken.follow();
    for (const feed of ['native', 'status']) expect(await take(feed)).toMatchObject([{ orderId }]);
    for (let tries = 0; tries < 3; tries += 1) await broken.catchUp();
    expect((await work.feeds.find('acme', 'blind'))?.state.stoppedAt).not.toBeNull();
    expect(new Set(broken.unwritten)).toEqual(new Set([orderId]));
    const next = await place();
    await pay(next);
    await broken.follow();
    expect(await take('status')).toMatchObject([{ orderId: next }]);
    await broken.end();
    const config = { name: 'mended', hiddenSeconds: 30, retentionSeconds: 345_600, hook: null };
    await work.feeds.change('acme', 'blind', { ...config, filter: { ...paid, everyMatch: false } });
    await work.catchUp();
    expect(await take('blind')).toMatchObject([{ orderId }, { orderId: next }]);
  });

  it('that eats the processor is stopped where it is after three tries, misses nothing, and holds up nobody', async () => {
    const greedy = '($f := function($n){ $f($n + 1) }; $f(1); status = "ready-for-handling")';
    await work.add('greedy', { ...paid, expression: greedy, everyMatch: true });
    await work.add('modest', { ...paid, everyMatch: true });
    await work.add('status', ready);
    const orderId = await place();
    await pay(orderId);
    await work.follow();
    for (const feed of ['modest', 'status']) expect(await take(feed)).toMatchObject([{ orderId }]);
    for (let tries = 0; tries < 3; tries += 1) await work.catchUp();
    const stopped = await work.feeds.find('acme', 'greedy');
    expect(stopped?.state.stoppedAt).not.toBeNull();
    const config = { name: 'mended', hiddenSeconds: 30, retentionSeconds: 345_600, hook: null };
    await work.feeds.change('acme', 'greedy', { ...config, filter: { ...paid, everyMatch: true } });
    await work.catchUp();
    expect(await take('greedy')).toMatchObject([{ orderId }]);
  });
});
