import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';

/** Drafts of edits as people and systems meet them over the API. */

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  await send('POST', '/products', {
    items: [{ sku: 'MUG', name: 'Mug', priceMicros: 40_000_000, currency: 'EUR', counted: false }],
  });
});
afterAll(() => api.end());

const ORDER = {
  workflow: 'simple',
  currency: 'EUR',
  lines: [
    { sku: 'MUG', quantity: 2 },
    { sku: 'MUG', quantity: 1 },
  ],
  deliveries: [{ type: 'delivery', price: 500, address: { country: 'PT', city: 'Porto' } }],
  payments: [],
  total: 12_500,
};

type Method = 'GET' | 'POST' | 'PUT';
type Answer = Awaited<ReturnType<TestApi['ask']>>;
interface Draft {
  readonly draftId: string;
}

const ask = (method: Method, path: string, body?: object): Promise<Answer> =>
  api.ask(method, `${ADMIN}${path}`, body === undefined ? {} : { body });
async function send(method: Method, path: string, body: object): Promise<Answer['body']> {
  const answer = await ask(method, path, body);
  expect([200, 201], answer.text).toContain(answer.status);
  return answer.body;
}
const place = async (): Promise<string> => `/orders/${(await send('POST', '/orders', ORDER)).orderId}`;
const quantity = (lineId: string, pieces: number) => ({ change: 'set_quantity', lineId, quantity: pieces });
async function draft(order: string, ...changes: readonly object[]): Promise<string> {
  const made = (await send('POST', `${order}/drafts`, { changes })) as unknown as Draft;
  return `/drafts/${made.draftId}`;
}

describe('a draft of an edit', () => {
  it('changes nothing until it is confirmed, and shows before what it would do', async () => {
    const order = await place();
    const one = await draft(order, quantity('1', 3));
    const read = await ask('GET', one);
    expect(read, read.text).toMatchObject({
      status: 200,
      body: {
        state: 'open',
        baseVersion: 1,
        conflicts: [],
        problem: null,
        preview: { order: { totals: { total: 16_500 } } },
      },
    });
    expect((await ask('GET', order)).body).toMatchObject({ version: 1 });
    const confirmed = await ask('POST', `${one}/confirm`, {});
    expect(confirmed, confirmed.text).toMatchObject({ status: 200, body: { version: 2, totals: { total: 16_500 } } });
    expect((await ask('GET', one)).body).toMatchObject({ state: 'confirmed', confirmedAs: 2 });
    const again = await ask('POST', `${one}/confirm`, {});
    expect(again, again.text).toMatchObject({ status: 200, body: { version: 2 } });
  });

  it('stands beside others, and is made on the present version where it touches nothing that changed (pain 2.25)', async () => {
    const order = await place();
    const [one, two] = [await draft(order, quantity('1', 3)), await draft(order, quantity('2', 4))];
    expect((await ask('POST', `${one}/confirm`, {})).status).toBe(200);
    const other = await ask('POST', `${two}/confirm`, {});
    expect(other, other.text).toMatchObject({ status: 200, body: { version: 3, totals: { total: 28_500 } } });
  });

  it('is refused with the fields that somebody else changed meanwhile, until it is kept on the present version (T27)', async () => {
    const order = await place();
    const mine = await draft(order, quantity('1', 5));
    await send('POST', `${order}/edits`, { changes: [quantity('1', 3)] });
    expect((await ask('GET', mine)).body).toMatchObject({ conflicts: ['lines/1/quantity'] });
    expect(await ask('POST', `${mine}/confirm`, {})).toMatchObject({
      status: 409,
      body: { code: 'draft_outdated', details: { fields: ['lines/1/quantity'], version: 2 } },
    });
    expect((await ask('GET', order)).body).toMatchObject({ version: 2 });
    expect((await ask('POST', `${mine}/rebase`, {})).body).toMatchObject({ baseVersion: 2 });
    expect((await ask('POST', `${mine}/confirm`, {})).body).toMatchObject({ version: 3, lines: [{ quantity: 5 }, {}] });
  });

  it('can always be discarded, whatever became of the order (pain 2.20)', async () => {
    const order = await place();
    const one = await draft(order, quantity('1', 3));
    await send('POST', `${order}/cancellation/request`, {});
    expect((await ask('GET', one)).body).toMatchObject({ state: 'open', problem: { code: 'order_cancelled' } });
    expect((await ask('POST', `${one}/discard`, {})).body).toMatchObject({ state: 'discarded' });
    expect((await ask('POST', `${one}/discard`, {})).status).toBe(200);
    expect(await ask('POST', `${one}/confirm`, {})).toMatchObject({ status: 409, body: { code: 'draft_closed' } });
  });

  it('is written anew, and taken back by another one', async () => {
    const order = await place();
    const one = await draft(order, quantity('1', 3));
    await send('PUT', one, { changes: [{ change: 'remove_line', lineId: '2' }] });
    expect((await ask('POST', `${one}/confirm`, {})).body).toMatchObject({ totals: { total: 8500 } });
    const undo = (await send('POST', `${one}/undo`, {})) as unknown as Draft;
    const back = await ask('POST', `/drafts/${undo.draftId}/confirm`, {});
    expect(back, back.text).toMatchObject({
      status: 200,
      body: { totals: { total: 12_500 }, lines: [{}, { id: '2' }] },
    });
  });

  it('that takes another one back conflicts with what was changed since, and is made where nothing of it was', async () => {
    const order = await place();
    const one = await draft(order, quantity('1', 3));
    expect((await ask('POST', `${one}/confirm`, {})).status).toBe(200);
    const undo = `/drafts/${((await send('POST', `${one}/undo`, {})) as unknown as Draft).draftId}`;
    await send('POST', `${order}/edits`, { changes: [quantity('2', 4)] });
    expect((await ask('GET', undo)).body).toMatchObject({ conflicts: [] });
    await send('POST', `${order}/edits`, { changes: [quantity('1', 7)] });
    const late = `/drafts/${((await send('POST', `${one}/undo`, {})) as unknown as Draft).draftId}`;
    for (const back of [undo, late])
      expect(await ask('POST', `${back}/confirm`, {}), back).toMatchObject({
        status: 409,
        body: { code: 'draft_outdated', details: { fields: ['lines/1/quantity'] } },
      });
    expect((await ask('GET', order)).body).toMatchObject({ lines: [{ quantity: 7 }, { quantity: 4 }] });
  });

  it('is listed with its order and over all orders', async () => {
    const order = await place();
    const paths = [await draft(order, quantity('1', 3)), await draft(order, quantity('1', 4))];
    const listed = async (path: string): Promise<string[]> =>
      ((await ask('GET', path)).body as unknown as { items: Draft[] }).items.map(({ draftId }) => `/drafts/${draftId}`);
    expect(await listed(`${order}/drafts`)).toEqual(paths.toReversed());
    expect((await listed('/drafts?state=open')).slice(0, 2)).toEqual(paths.toReversed());
    expect(await ask('GET', '/drafts/nothing')).toMatchObject({ status: 404, body: { code: 'draft_not_found' } });
  });
});

describe('drafts of all orders', () => {
  it('of which something can still become are one list, newest first, page by page, with the numbers of their orders', async () => {
    const [open, asked, gone, made] = [await place(), await place(), await place(), await place()];
    const drafts = new Map<string, string>();
    for (const order of [open, asked, gone, made]) drafts.set(order, await draft(order, quantity('1', 3)));
    const of = (order: string): string => drafts.get(order) ?? '';
    await api.database.owner.query(
      `update order_drafts set state = 'awaiting_consent', consent_expires_at = now() where draft_id = $1`,
      [of(asked).slice('/drafts/'.length)],
    );
    await send('POST', `${of(gone)}/discard`, {});
    await send('POST', `${of(made)}/confirm`, {});
    const found: { draftId: string; orderId: string; number: string | null; state: string }[] = [];
    for (let after = ''; ;) {
      const { body } = await ask('GET', `/drafts?state=undecided&limit=1${after}`);
      const page = body as unknown as { items: typeof found; next: string | null };
      found.push(...page.items);
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    const ids = found.map(({ draftId }) => `/drafts/${draftId}`);
    expect(ids.slice(0, 2)).toEqual([of(asked), of(open)]);
    expect(ids).not.toContain(of(gone));
    expect(ids).not.toContain(of(made));
    const { number } = (await ask('GET', open)).body as unknown as { number: string | null };
    expect(found[1]).toMatchObject({ orderId: open.slice('/orders/'.length), number, state: 'open' });
  });
});

describe('promotions in a draft', () => {
  it('may be all that it is about, and are told line by line', async () => {
    await send('PUT', '/promotions/mugs', {
      name: 'A tenth off mugs',
      currency: 'EUR',
      reward: { kind: 'percentage', target: 'line', rate: 100_000 },
      conditions: { items: { skus: ['MUG'] } },
    });
    const order = await place();
    const apart = { change: 'set_line_promotions', lineId: '2', promotions: 'keep' };
    for (const [changes, total, told] of [
      [[], 11_300, ['1 rerun', '2 rerun']],
      [[apart], 11_700, ['1 rerun']],
    ] as const) {
      const body = { changes, promotions: 'rerun' };
      const { draftId } = (await send('POST', `${order}/drafts`, body)) as unknown as Draft;
      const { body: read } = await ask('GET', `/drafts/${draftId}`);
      expect(read).toMatchObject({ problem: null, preview: { order: { totals: { total } } } });
      const { promotionsByLine } = read as unknown as { promotionsByLine: { lineId: string; promotions: string }[] };
      expect(promotionsByLine.map(({ lineId, promotions }) => `${lineId} ${promotions}`)).toEqual(told);
    }
  });
});
