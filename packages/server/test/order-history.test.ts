/* eslint-disable @typescript-eslint/no-unsafe-assignment -- expect.any() and its like are any */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { forgetSubject } from '../src/forgetting/forget-subject.js';
import { openEventLog } from '../src/event-log/read-events.js';
import { createPersonalKeys } from '../src/personal-data/keys.js';
import { ADMIN, createTestApi, ORDER, TEST_SECRET, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

const orders = `${ADMIN}/orders`;

async function sent(path: string, body: object = {}): Promise<void> {
  const answer = await api.ask('POST', path, { body });
  expect(answer.status, answer.text).toBeLessThan(300);
}

/** Placed, paid, noted, handled, invoiced with a parcel: six events. */
async function handledOrder(): Promise<string> {
  const placed = await api.ask('POST', orders, { body: ORDER });
  const order = `${orders}/${placed.body.orderId}`;
  await sent(`${order}/payments/1/notify`);
  await sent(`${order}/notes`, { text: 'Ring twice' });
  await sent(`${order}/start-handling`);
  await sent(`${order}/invoices`, { number: 'A-1', value: 2780 });
  await sent(`${order}/tags`, { add: ['gift'] });
  return order;
}

describe('the history of an order', () => {
  it('says who did what, why, and what it changed', async () => {
    const order = await handledOrder();
    const { body } = await api.ask('GET', `${order}/events`);
    expect(body.events.map(({ summary }) => summary.text)).toEqual([
      'Placed: 2 lines for 27.80 EUR',
      'Payment 1 authorised and captured: 27.80 EUR',
      'Note 1 added',
      'Handling started',
      'Invoice A-1 issued: 27.80 EUR',
      'Tags added: gift',
    ]);
    expect(body.events[1]).toMatchObject({
      actor: 'key:docket-demo',
      by: { kind: 'key', id: 'docket-demo' },
      summary: { code: 'payment_captured', parameters: { captured: { amount: 2780, currency: 'EUR' } } },
    });
    expect(body.events[1]?.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: '/paymentState', label: 'Payment state', before: 'pending', after: 'paid' }),
        expect.objectContaining({ path: '/payments/0/captured', id: '1', format: 'amount', before: 0, after: 2780 }),
        expect.objectContaining({ path: '/amountDue', before: 2780, after: 0 }),
      ]),
    );
    expect(body.events[2]?.changes).toEqual([
      expect.objectContaining({
        path: '/notes/0',
        before: null,
        after: expect.objectContaining({ text: 'Ring twice' }),
      }),
    ]);
    expect(body.events[0]?.changes).toEqual([]);
  });

  it('runs both ways, in pages, and by type', async () => {
    const order = await handledOrder();
    const versions = async (query: string) => {
      const { body } = await api.ask('GET', `${order}/events?${query}`);
      return [body.events.map(({ version }) => version), body.next];
    };
    expect(await versions('limit=4')).toEqual([[1, 2, 3, 4], 5]);
    expect(await versions('limit=4&from=5')).toEqual([[5, 6], null]);
    expect(await versions('limit=4&order=desc')).toEqual([[6, 5, 4, 3], 2]);
    expect(await versions('limit=4&order=desc&from=2')).toEqual([[2, 1], null]);
    expect(await versions('type=note_added&type=tags_changed')).toEqual([[3, 6], null]);
    expect(await versions('type=note_added&type=tags_changed&limit=1&order=desc')).toEqual([[6], 3]);
    expect(await versions('type=order_cancelled')).toEqual([[], null]);
    expect(await versions('from=99')).toEqual([[], null]);
  });

  it('tells the same changes whichever way and in whatever pages it is read', async () => {
    const order = await handledOrder();
    const whole = (await api.ask('GET', `${order}/events`)).body.events;
    const back = (await api.ask('GET', `${order}/events?order=desc`)).body.events;
    expect([...back].reverse()).toEqual(whole);
    for (const { version } of whole) {
      const one = (await api.ask('GET', `${order}/events?from=${version}&limit=1`)).body.events;
      expect(one).toEqual([whole[version - 1]]);
    }
  });

  it('refuses a type that there is not', async () => {
    const order = await handledOrder();
    const refused = await api.ask('GET', `${order}/events?type=order_teleported`);
    expect(refused).toMatchObject({ status: 400, body: { code: 'field_invalid', in: 'query' } });
    expect((await api.ask('GET', `${orders}/nothing/events`)).status).toBe(404);
  });
});

describe('the change log of an order as CSV', () => {
  it('has every field of every document that changed, with its old and new value', async () => {
    const order = await handledOrder();
    const { text, headers } = await api.ask('GET', `${order}/changes`);
    expect(headers['content-type']).toContain('text/csv');
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^\ufeffversion,at,actor,reason,event,summary,field,id,label,before,after$/);
    const events = (await api.ask('GET', `${order}/events`)).body.events as unknown as { changes: object[] }[];
    expect(lines.length - 1).toBe(events.reduce((sum, { changes }) => sum + Math.max(1, changes.length), 0));
    expect(text).toMatch(/payments\.captured,1,[^,]*,0\.00,27\.80\r\n/);
    expect(text).toMatch(/\r\n1,[^\r]*,order_placed,/);
  });

  it('shows no money to who may not see prices', async () => {
    await ensureAppKey(api.database.serving, 'default', { key: 'log', token: 'log', permissions: ['orders.view'] });
    const order = await handledOrder();
    const { text } = await api.ask('GET', `${order}/changes`, {
      headers: { 'x-vtex-api-appkey': 'log', 'x-vtex-api-apptoken': 'log' },
    });
    expect(text).toContain('payment_approved');
    expect(text).not.toContain('27.80');
    expect(text).not.toContain('Ring twice');
  });
});

describe('an order of the past', () => {
  it('is shown as that version left it, marked, and allows nothing', async () => {
    const order = await handledOrder();
    const then = await api.ask('GET', `${order}?version=2`);
    expect(then.body).toMatchObject({
      asOf: { version: 2, at: expect.any(String) },
      version: 2,
      invoices: [],
      notes: [],
      tags: [],
      paymentState: 'paid',
      allowed: [],
    });
    expect(then.headers['etag']).toBeUndefined();
    const now = await api.ask('GET', order);
    const last = await api.ask('GET', `${order}?version=6`);
    // Nothing may be asked of its documents either.
    const idle = JSON.parse(
      JSON.stringify(now.body, (name, value: unknown) => (name === 'may' ? [] : value)),
    ) as object;
    expect(last.body).toEqual({ ...idle, asOf: expect.any(Object), allowed: [] });
  });

  it('is shown as it was at a moment, with the shopper’s timeline of that moment', async () => {
    const order = await handledOrder();
    const { events } = (await api.ask('GET', `${order}/events`)).body as unknown as { events: { at: string }[] };
    expect((await api.ask('GET', `${order}?at=${events[3]?.at}`)).body.version).toBeGreaterThanOrEqual(4);
    expect((await api.ask('GET', `${order}?at=2199-01-01T00:00:00Z`)).body.version).toBe(6);
    const early = await api.ask('GET', `${order}/timeline?version=1`);
    const late = await api.ask('GET', `${order}/timeline`);
    expect(early.body.timelines[0]?.stages.map(({ state }) => state)).not.toEqual(
      late.body.timelines[0]?.stages.map(({ state }) => state),
    );
  });

  it.each(['version=99', 'at=2020-01-01T00:00:00Z'])('is not there for %s', async (query) => {
    const order = await handledOrder();
    for (const path of [order, `${order}/timeline`]) {
      expect(await api.ask('GET', `${path}?${query}`)).toMatchObject({
        status: 404,
        body: { code: 'version_not_found', details: { version: 6 } },
      });
    }
  });

  it('is not asked for by version and moment at once, nor by nonsense', async () => {
    const order = await handledOrder();
    const both = await api.ask('GET', `${order}?version=1&at=2026-01-01T00:00:00Z`);
    expect(both).toMatchObject({ status: 400, body: { code: 'field_invalid', pointer: '/at' } });
    expect((await api.ask('GET', `${order}?version=0`)).status).toBe(400);
    expect((await api.ask('GET', `${order}?version=1.5`)).status).toBe(400);
    expect((await api.ask('GET', `${order}?at=yesterday`)).status).toBe(422);
    expect((await api.ask('GET', `${order}?versoin=1`)).status).toBe(400);
  });
});

describe('two versions of an order', () => {
  it('differ by what every event between them changed', async () => {
    const order = await handledOrder();
    const { body } = await api.ask('GET', `${order}/diff?from=2&to=3`);
    const { events } = (await api.ask('GET', `${order}/events?from=3&limit=1`)).body;
    expect(body.changes).toEqual(events[0]?.changes);
    const whole = (await api.ask('GET', `${order}/diff?from=1`)).body;
    expect(whole).toMatchObject({ from: { version: 1 }, to: { version: 6 } });
    expect(whole.changes.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/status', '/invoices/0', '/notes/0', '/tags/0', '/payments/0/captured']),
    );
  });

  it('differ the other way round, and not from themselves', async () => {
    const order = await handledOrder();
    const back = await api.ask('GET', `${order}/diff?from=6&to=5`);
    expect(back.body.changes).toMatchObject([{ path: '/tags/0', before: 'gift', after: null }]);
    expect((await api.ask('GET', `${order}/diff?from=4&to=4`)).body.changes).toEqual([]);
    expect(await api.ask('GET', `${order}/diff?from=1&to=7`)).toMatchObject({
      status: 404,
      body: { code: 'version_not_found', pointer: '/to' },
    });
    expect((await api.ask('GET', `${order}/diff`)).body).toMatchObject({ code: 'field_missing' });
  });
});

describe('a person who was forgotten', () => {
  it('is in no version of the order and in no change', async () => {
    const order = await handledOrder();
    const orderId = order.slice(orders.length + 1);
    await api.ask('GET', `${order}/events`);
    await forget(orderId);
    const { events } = (await api.ask('GET', `${order}/events`)).body;
    expect(events.at(-1)).toMatchObject({ type: 'person_forgotten', changes: [] });
    expect(events[2]?.changes).toMatchObject([{ path: '/notes/0', after: { text: null } }]);
    const texts = [
      await api.ask('GET', `${order}/events`),
      await api.ask('GET', `${order}?version=3`),
      await api.ask('GET', `${order}/diff?from=1&to=7`),
    ].map(({ text }) => text);
    for (const text of texts) expect(text).not.toMatch(/Ring twice|Gruber|ana@example/);
  });
});

async function forget(orderId: string): Promise<void> {
  const { database, execute } = api;
  const { rows } = await database.owner.query<{ subject: string }>(
    'select subject from subject_keys where stream_id = $1',
    [orderId],
  );
  const log = openEventLog(database.serving, createPersonalKeys(TEST_SECRET));
  const request = { account: 'default', subject: rows[0]?.subject ?? '', at: new Date().toISOString() };
  await forgetSubject({ log, execute }, { ...request, actor: { kind: 'staff', id: 'staff:dpo' }, reason: 'asked' });
}
