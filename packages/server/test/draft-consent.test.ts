import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expireQuestions } from '../src/edits/expire-questions.js';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';
import { askOutside, bearer, signIn } from './shoppers.js';

/** Edits that the buyer is asked about: by mail, behind the link and in my account; and what becomes of the draft. */

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  await send('POST', '/products', {
    items: [
      { sku: 'MUG', name: 'Mug', priceMicros: 40_000_000, currency: 'EUR', counted: false },
      { sku: 'CUP', name: 'Cup', priceMicros: 10_000_000, currency: 'EUR' },
    ],
  });
  await send('POST', '/stock', { items: [{ sku: 'CUP', onHand: 3 }] });
});
afterAll(() => api.end());

const ORDER = {
  workflow: 'simple',
  currency: 'EUR',
  lines: [{ sku: 'MUG', quantity: 2 }],
  deliveries: [{ type: 'delivery', price: 500, address: { country: 'PT', city: 'Porto' } }],
  payments: [],
  buyer: { email: 'ana@example.com', firstName: 'Ana', locale: 'de-AT' },
  total: 8500,
};

type Answer = Awaited<ReturnType<TestApi['ask']>>;
interface Draft {
  readonly draftId: string;
  readonly state: string;
  readonly consent: { readonly askedAt: string; readonly answer: string | null; readonly reason: string | null } | null;
}

const ask = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object, headers = {}): Promise<Answer> =>
  api.ask(method, `${ADMIN}${path}`, { ...(body === undefined ? {} : { body }), headers });
async function send(method: 'POST' | 'PUT', path: string, body: object): Promise<Answer['body']> {
  const answer = await ask(method, path, body);
  expect([200, 201], answer.text).toContain(answer.status);
  return answer.body;
}
const quantity = (pieces: number) => ({ change: 'set_quantity', lineId: '1', quantity: pieces });
const DEARER = [quantity(3)];

/** An order with a draft that its buyer is asked about; both as their paths. */
async function asked(changes: readonly object[] = DEARER, question: object = {}) {
  const order = (await send('POST', '/orders', ORDER)).orderId;
  const { draftId } = (await send('POST', `/orders/${order}/drafts`, { changes })) as unknown as Draft;
  await send('POST', `/drafts/${draftId}/ask`, question);
  return { order, draftId, draft: `/drafts/${draftId}` };
}
const read = async (draft: string): Promise<Draft & Record<string, unknown>> =>
  (await ask('GET', draft)).body as unknown as Draft & Record<string, unknown>;

/** The token of the link in the newest mail about the order. */
async function mailed(order: string): Promise<{ token: string; text: string; language: string }> {
  const { body } = await ask('GET', `/mails?orderId=${order}&limit=1`);
  const [mail] = (body as unknown as { mails: { id: string; kind: string; language: string }[] }).mails;
  expect(mail?.kind).toBe('edit_consent');
  const whole = (await ask('GET', `/mails/${mail?.id ?? ''}`)).body as unknown as { text: string };
  const { text } = whole;
  return { token: /\/order#(\S+)/.exec(text)?.[1] ?? '', text, language: mail?.language ?? '' };
}
const guest = (token: string, path: string, body?: object) =>
  askOutside(api, body === undefined ? 'GET' : 'POST', `guest/${token}/${path}`, body === undefined ? {} : { body });

const askedAt = async (draftId: string): Promise<string | undefined> =>
  (await read(`/drafts/${draftId}`)).consent?.askedAt;
/** Of the question that waits now. */
const agree = async (token: string, draftId: string, total: number) =>
  guest(token, `edits/${draftId}/agree`, { askedAt: await askedAt(draftId), total });

describe('a buyer who is asked about an edit', () => {
  it('gets a mail in their language, sees what changes behind its link, and agrees: the edit is theirs', async () => {
    const { order, draftId, draft } = await asked(DEARER, { message: 'Drei sind billiger zu verschicken.' });
    expect(await read(draft)).toMatchObject({ state: 'awaiting_consent', consent: { answer: null } });
    const { token, text, language } = await mailed(order);
    expect(language).toBe('de');
    expect(text).toContain('Drei sind billiger zu verschicken.');

    const list = await guest(token, 'edits');
    expect(list.body).toMatchObject({ edits: [{ draftId, state: 'waiting', kinds: ['set_quantity'] }] });
    const seen = await guest(token, `edits/${draftId}`);
    expect(seen.body, seen.text).toMatchObject({
      state: 'waiting',
      before: { total: 8500, lines: [{ quantity: 2 }] },
      after: { total: 12_500, amountDue: 12_500, lines: [{ quantity: 3 }] },
    });
    const agreed = await agree(token, draftId, 12_500);
    expect(agreed, agreed.text).toMatchObject({ status: 200, body: { total: 12_500, lines: [{ quantity: 3 }] } });
    expect(await read(draft)).toMatchObject({ state: 'confirmed', confirmedAs: 2, consent: { answer: 'agreed' } });
    const again = await agree(token, draftId, 12_500);
    expect(again.headers['idempotency-replayed']).toBe('true');
    const { events } = (await ask('GET', `/orders/${order}/events`)).body as unknown as {
      events: { type: string; actor: string; reason: string }[];
    };
    const edits = events.filter(({ type }) => type === 'order_edited');
    expect(edits).toMatchObject([{ actor: expect.stringMatching(/^guest:/) as string, reason: 'agreed by the buyer' }]);
  });

  it('declines in my account with a reason, which leaves the draft open for staff', async () => {
    const { order, draftId, draft } = await asked();
    const token = await signIn(api, 'ana@example.com');
    const path = `orders/${order}/edits/${draftId}`;
    const declined = await askOutside(api, 'POST', `${path}/decline`, {
      body: { askedAt: await askedAt(draftId), reason: 'Two are enough.' },
      ...bearer(token),
    });
    expect(declined, declined.text).toMatchObject({ status: 200, body: { state: 'declined', after: null } });
    expect(await read(draft)).toMatchObject({
      state: 'open',
      consent: { answer: 'declined', reason: 'Two are enough.' },
      preview: { order: { totals: { total: 12_500 } } },
    });
    const late = await askOutside(api, 'POST', `${path}/agree`, {
      body: { askedAt: await askedAt(draftId), total: 12_500 },
      ...bearer(token),
    });
    expect(late).toMatchObject({ status: 409, body: { code: 'consent_closed' } });
    expect((await ask('GET', `/orders/${order}`)).body.version).toBe(1);
  });

  it('agrees to what they were shown and to nothing else', async () => {
    const { order, draftId, draft } = await asked();
    const { token } = await mailed(order);
    // other shipping meanwhile: the draft touches none of it, and the order comes to more
    await send('POST', `/orders/${order}/edits`, {
      changes: [{ change: 'set_delivery', deliveryId: '1', price: 900 }],
    });
    expect(await agree(token, draftId, 12_500)).toMatchObject({
      status: 422,
      body: { code: 'totals_mismatch' },
    });
    expect((await guest(token, `edits/${draftId}`)).body).toMatchObject({ after: { total: 12_900 } });
    expect((await agree(token, draftId, 12_900)).status).toBe(200);
    expect(await read(draft)).toMatchObject({ state: 'confirmed', confirmedFrom: 2, confirmedAs: 3 });
  });

  it('is told where the order became another, and staff see why', async () => {
    const { order, draftId, draft } = await asked();
    const { token } = await mailed(order);
    await send('POST', `/orders/${order}/edits`, { changes: [quantity(5)] });
    expect((await guest(token, `edits/${draftId}`)).body).toMatchObject({ state: 'waiting', after: null });
    const late = await agree(token, draftId, 12_500);
    expect(late).toMatchObject({ status: 409, body: { code: 'draft_outdated' } });
    expect(late.body).not.toHaveProperty('details');
    expect(await read(draft)).toMatchObject({
      state: 'open',
      conflicts: ['lines/1/quantity'],
      consent: { answer: 'outdated' },
    });
    expect((await guest(token, 'edits')).body).toMatchObject({ edits: [{ state: 'outdated' }] });
    expect(await ask('POST', `${draft}/ask`, {})).toMatchObject({ status: 409, body: { code: 'draft_outdated' } });
  });

  it('agrees in vain where the edit is impossible by then: it is open again with what stood against it', async () => {
    const { order, draftId, draft } = await asked([{ change: 'add_line', sku: 'CUP', quantity: 2 }]);
    const { token } = await mailed(order);
    await send('POST', '/stock', { items: [{ sku: 'CUP', onHand: 1 }] });
    const refused = await agree(token, draftId, 10_500);
    expect(refused).toMatchObject({ status: 409, body: { code: 'insufficient_stock' } });
    expect(await read(draft)).toMatchObject({
      state: 'open',
      consent: { answer: 'refused', problem: 'insufficient_stock' },
    });
    await send('POST', '/stock', { items: [{ sku: 'CUP', onHand: 3 }] });
  });

  it('answers the question that they were shown: an answer to an older one is none to a newer one', async () => {
    const { order, draftId, draft } = await asked();
    const token = await signIn(api, 'ana@example.com');
    const path = `orders/${order}/edits/${draftId}`;
    const shown = (await askOutside(api, 'GET', path, bearer(token))).body as unknown as { askedAt: string };
    // the same total, for something else
    await send('PUT', draft, { changes: [{ change: 'set_price', lineId: '1', priceMicros: 60_000_000 }] });
    await send('POST', `${draft}/ask`, {});
    const old = { askedAt: shown.askedAt };
    for (const [answer, body] of [
      ['agree', { ...old, total: 12_500 }],
      ['decline', old],
    ] as const)
      expect(await askOutside(api, 'POST', `${path}/${answer}`, { body, ...bearer(token) }), answer).toMatchObject({
        status: 409,
        body: { code: 'consent_closed' },
      });
    expect(await read(draft)).toMatchObject({ state: 'awaiting_consent', consent: { answer: null } });
    expect((await ask('GET', `/orders/${order}`)).body.version).toBe(1);
  });

  it('is asked through the link of the question, or in my account: no other link to the order shows it', async () => {
    for (const question of [{}, { mail: false }]) {
      const { order, draftId, draft } = await asked(DEARER, question);
      const { token: other } = (await send('POST', `/orders/${order}/guest-links`, {})) as unknown as { token: string };
      expect((await guest(other, 'edits')).body).toEqual({ edits: [] });
      for (const path of [`edits/${draftId}`, `edits/${draftId}/agree`, `edits/${draftId}/decline`]) {
        const isLook = path.endsWith(draftId);
        const said = { askedAt: await askedAt(draftId), ...(path.endsWith('agree') ? { total: 12_500 } : {}) };
        expect(await guest(other, path, isLook ? undefined : said), path).toMatchObject({
          status: 404,
          body: { code: 'draft_not_found' },
        });
      }
      expect(await read(draft)).toMatchObject({ state: 'awaiting_consent' });
      const token = await signIn(api, 'ana@example.com');
      const said = { askedAt: await askedAt(draftId), total: 12_500 };
      const agreed = await askOutside(api, 'POST', `orders/${order}/edits/${draftId}/agree`, {
        body: said,
        ...bearer(token),
      });
      expect(agreed.status, agreed.text).toBe(200);
    }
  });

  it('may send a key twice by mistake, which is no answer to the question', async () => {
    const token = await signIn(api, 'ana@example.com');
    const [one, other] = [await asked(), await asked()];
    const agreeUnderKey = async ({ order, draftId }: typeof one) =>
      askOutside(api, 'POST', `orders/${order}/edits/${draftId}/agree`, {
        body: { askedAt: await askedAt(draftId), total: 12_500 },
        headers: { ...bearer(token).headers, 'idempotency-key': `once-${one.order.slice(-20)}` },
      });
    expect((await agreeUnderKey(one)).status).toBe(200);
    expect(await agreeUnderKey(other)).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
    expect(await read(other.draft)).toMatchObject({ state: 'awaiting_consent', consent: { answer: null } });
  });

  it('sees nothing that they were never asked, and nobody else sees their question', async () => {
    const { order } = await asked();
    const { token } = await mailed(order);
    const { draftId } = (await send('POST', `/orders/${order}/drafts`, { changes: [quantity(1)] })) as unknown as Draft;
    expect(await guest(token, `edits/${draftId}`)).toMatchObject({ status: 404, body: { code: 'draft_not_found' } });
    const other = await asked();
    expect((await guest(token, `edits/${other.draftId}`)).status).toBe(404);
    expect((await agree(token, other.draftId, 12_500)).status).toBe(404);
    expect(await read(other.draft)).toMatchObject({ state: 'awaiting_consent' });
  });
});

describe('a question', () => {
  it('is withdrawn by staff, by writing the draft anew, by confirming and by discarding it: it never sticks', async () => {
    const ways: readonly (readonly ['POST' | 'PUT', string, object, string])[] = [
      ['POST', '/withdraw', {}, 'open'],
      ['PUT', '', { changes: [quantity(4)] }, 'open'],
      ['POST', '/rebase', {}, 'open'],
      ['POST', '/confirm', {}, 'confirmed'],
      ['POST', '/discard', {}, 'discarded'],
    ];
    for (const [method, path, body, state] of ways) {
      const { order, draftId, draft } = await asked();
      const { token } = await mailed(order);
      await send(method, `${draft}${path}`, body);
      expect(await read(draft), path).toMatchObject({ state, consent: { answer: 'withdrawn' } });
      expect((await guest(token, 'edits')).body).toMatchObject({ edits: [{ state: 'withdrawn' }] });
      expect(await agree(token, draftId, 12_500)).toMatchObject({
        status: 409,
        body: { code: 'consent_closed' },
      });
    }
    expect(await ask('POST', `${(await asked()).draft}/withdraw`, {})).toMatchObject({ status: 200 });
  });

  it('ends at its day, and can be asked again with a new link', async () => {
    const { order, draftId, draft } = await asked(DEARER, { days: 1 });
    const old = await mailed(order);
    const later = new Date(Date.now() + 2 * 86_400_000).toISOString();
    await expireQuestions(api.database.owner, later);
    expect(await read(draft)).toMatchObject({ state: 'open', consent: { answer: 'expired' } });
    await send('POST', `${draft}/ask`, {});
    const { token } = await mailed(order);
    expect((await guest(old.token, 'edits')).status).toBe(404);
    expect((await agree(token, draftId, 12_500)).status).toBe(200);
  });

  it('is asked by nobody who could not make the edit, and about nobody who cannot be reached', async () => {
    const made = await ask('POST', '/keys', {
      label: 'clerk',
      permissions: ['orders.view', 'orders.edit', 'prices.view', 'personal.view'],
      roles: [],
    });
    const { key, secret } = made.body as unknown as { key: string; secret: string };
    const clerk = { 'x-vtex-api-appkey': key, 'x-vtex-api-apptoken': secret };
    const order = (await send('POST', '/orders', ORDER)).orderId;
    const changes = [{ change: 'set_price', lineId: '1', priceMicros: 45_000_000 }];
    const { draftId } = (await send('POST', `/orders/${order}/drafts`, { changes })) as unknown as Draft;
    expect(await ask('POST', `/drafts/${draftId}/ask`, {}, clerk)).toMatchObject({
      status: 403,
      body: { code: 'edit_not_permitted' },
    });
    const quiet = (await send('POST', '/orders', { ...ORDER, buyer: { firstName: 'Ana' } })).orderId;
    const other = (await send('POST', `/orders/${quiet}/drafts`, { changes: DEARER })) as unknown as Draft;
    expect(await ask('POST', `/drafts/${other.draftId}/ask`, {})).toMatchObject({
      body: { code: 'buyer_unreachable' },
    });
    expect((await ask('POST', `/drafts/${other.draftId}/ask`, { mail: false })).body).toMatchObject({
      state: 'awaiting_consent',
    });
  });
});

describe('a race for a draft', () => {
  it('ends in one way, however the buyer agrees and declines while staff confirm, rewrite, withdraw and discard it', async () => {
    const said = async (draftId: string, token: string) => ({ draftId, token, askedAt: await askedAt(draftId) });
    type Said = Awaited<ReturnType<typeof said>>;
    const ways: readonly ((question: Said) => Promise<{ readonly status: number }>)[] = [
      ({ token, draftId, askedAt: at }) => guest(token, `edits/${draftId}/agree`, { askedAt: at, total: 12_500 }),
      ({ draftId }) => ask('POST', `/drafts/${draftId}/confirm`, {}),
      ({ draftId }) => ask('POST', `/drafts/${draftId}/discard`, {}),
      ({ token, draftId, askedAt: at }) => guest(token, `edits/${draftId}/decline`, { askedAt: at }),
      ({ draftId }) => ask('PUT', `/drafts/${draftId}`, { changes: [quantity(4)] }),
      ({ draftId }) => ask('POST', `/drafts/${draftId}/withdraw`, {}),
    ];
    const [agrees, confirms, discards] = ways;
    if (agrees === undefined || confirms === undefined || discards === undefined) throw new Error('no rivals');
    const rivals = [...ways.map((other) => [agrees, other]), [confirms, discards]];
    for (const pair of rivals) {
      const { order, draftId, draft } = await asked();
      const question = await said(draftId, (await mailed(order)).token);
      const answers = await Promise.all(pair.map((way) => way(question)));
      for (const { status } of answers) expect([200, 409]).toContain(status);
      const { state, changes, confirmedAs, consent } = await read(draft);
      const { version, lines } = (await ask('GET', `/orders/${order}`)).body as unknown as {
        version: number;
        lines: { quantity: number }[];
      };
      // the order has the edit when and only when the draft is confirmed, and it is the edit that the draft says
      expect(version).toBe(state === 'confirmed' ? 2 : 1);
      expect(confirmedAs).toBe(state === 'confirmed' ? 2 : null);
      const made = (changes as { quantity: number }[])[0]?.quantity;
      expect(lines[0]?.quantity).toBe(state === 'confirmed' ? made : 2);
      if (consent?.answer === 'agreed') expect({ state, made }).toEqual({ state: 'confirmed', made: 3 });
    }
  });
});

describe('the rules of an account', () => {
  it('may want the buyer asked: without their consent only who may overrule makes the edit', async () => {
    await send('PUT', '/edit-rules/set_quantity', {
      stages: ['open', 'handling'],
      consent: { stages: ['open'], when: 'dearer' },
    });
    const made = await ask('POST', '/keys', {
      label: 'clerk',
      permissions: ['orders.view', 'orders.edit', 'prices.view', 'personal.view'],
      roles: [],
    });
    const { key, secret } = made.body as unknown as { key: string; secret: string };
    const clerk = { 'x-vtex-api-appkey': key, 'x-vtex-api-apptoken': secret };
    const order = (await send('POST', '/orders', ORDER)).orderId;
    const { draftId } = (await send('POST', `/orders/${order}/drafts`, { changes: DEARER })) as unknown as Draft;
    expect(await ask('POST', `/drafts/${draftId}/confirm`, {}, clerk)).toMatchObject({
      status: 409,
      body: { code: 'edit_needs_consent', details: { change: 'set_quantity', permission: 'orders.overrule' } },
    });
    expect((await ask('GET', `/drafts/${draftId}`, undefined, clerk)).body).toMatchObject({
      consentNeeded: true,
      problem: null,
      preview: { order: { totals: { total: 12_500 } } },
    });
    expect(await ask('POST', `/orders/${order}/edits`, { changes: DEARER }, clerk)).toMatchObject({
      body: { code: 'edit_needs_consent' },
    });
    expect((await ask('POST', `/orders/${order}/edits`, { changes: [quantity(1)] }, clerk)).status).toBe(200);
    const again = (await send('POST', `/orders/${order}/drafts`, { changes: DEARER })) as unknown as Draft;
    expect((await ask('POST', `/drafts/${again.draftId}/ask`, {}, clerk)).status).toBe(200);
    const { token } = await mailed(order);
    expect((await agree(token, again.draftId, 12_500)).status).toBe(200);
    // who holds everything overrules
    const other = (await send('POST', '/orders', ORDER)).orderId;
    expect((await ask('POST', `/orders/${other}/edits`, { changes: DEARER })).status).toBe(200);
  });
});
