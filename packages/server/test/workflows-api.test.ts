import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MADE_TO_ORDER } from '../../core/src/workflow/made-to-order.test-support.js';
import { createFollowerPool } from '../src/database/follower.js';
import { openEventLog } from '../src/event-log/read-events.js';
import { createPersonalKeys } from '../src/personal-data/keys.js';
import { rebuildReadModels } from '../src/read-models/rebuild.js';
import { verifyAll } from '../src/verify/verify-all.js';
import { ADMIN, createTestApi, ORDER, TEST_SECRET, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

const ask = (method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object, headers = {}) =>
  api.ask(method, `${ADMIN}/${path}`, { ...(body === undefined ? {} : { body }), headers });

const { name: _name, version: _version, ...DRAFT } = MADE_TO_ORDER;
const withStep = (name: string, row: object): object => ({ ...DRAFT, steps: { ...DRAFT.steps, [name]: row } });

const place = (changes: object = {}) => ask('POST', 'orders', { ...ORDER, workflow: 'made-to-order', ...changes });

describe('the built-in workflows', () => {
  it('are read as tables, so that they can be copied, and belong to nobody', async () => {
    const { body } = await ask('GET', 'workflows/simple');
    expect(body).toMatchObject({ workflow: 'simple', builtIn: true, version: 1, tables: [{ start: 'pending' }] });
    expect((await ask('GET', 'workflows/complete')).body).toMatchObject({ tables: [{}, {}] });
    expect((await ask('GET', 'workflows')).body.items).toEqual(
      expect.arrayContaining([
        { workflow: 'free', builtIn: true, version: 1, retired: false, hasDraft: false, copyable: true },
      ]),
    );
    for (const answer of [await ask('PUT', 'workflows/simple', DRAFT), await ask('DELETE', 'workflows/chain')]) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'workflow_built_in' } });
    }
  });
});

it('a built-in workflow may be copied where the list says so, and only there', async () => {
  const { items } = (await ask('GET', 'workflows')).body as unknown as {
    items: readonly { workflow: string; builtIn: boolean; copyable: boolean }[];
  };
  const builtIn = items.filter((one) => one.builtIn);
  expect(builtIn.filter(({ copyable }) => copyable).map(({ workflow }) => workflow)).toEqual(['simple', 'free']);
  for (const { workflow, copyable } of builtIn) {
    const { tables } = (await ask('GET', `workflows/${workflow}`)).body as unknown as { tables: readonly object[] };
    const { name: _name, version: _version, ...draft } = tables[0] as Record<string, unknown>;
    const answer = await ask('PUT', `workflows/copy-of-${workflow}`, draft);
    expect(answer.status, workflow).toBe(copyable ? 201 : 400);
    if (copyable) expect((await ask('DELETE', `workflows/copy-of-${workflow}`)).status).toBe(200);
  }
});

describe('a draft', () => {
  it('may be wrong, and says all that is wrong with it', async () => {
    const wrong = withStep('island', { kind: 'waits', label: 'Nobody comes here' });
    const written = await ask('PUT', 'workflows/made-to-order', wrong);
    expect(written).toMatchObject({
      status: 201,
      body: {
        version: 0,
        tables: [],
        findings: [
          { fault: 'unreachable_step', pointer: '/steps/island' },
          { fault: 'dead_end', pointer: '/steps/island' },
        ],
      },
    });
    const refused = await ask('POST', 'workflows/made-to-order/publish');
    expect(refused).toMatchObject({ status: 422, body: { code: 'workflow_invalid' } });
    expect(JSON.stringify(refused.body)).toContain('/steps/island: ');
    expect(await place()).toMatchObject({ status: 422, body: { code: 'workflow_unknown', pointer: '/workflow' } });
  });

  it.each([
    ['a step of an unknown kind', withStep('pending', { kind: 'sleeps', label: 'x' }), '/steps/pending/kind'],
    [
      'a step with a field that is none',
      withStep('pending', { kind: 'waits', label: 'x', colour: 1 }),
      '/steps/pending/colour',
    ],
    [
      'a command that is none',
      withStep('pending', { kind: 'waits', label: 'x', commands: { fly: ['staff'] } }),
      '/steps/pending/commands/fly',
    ],
    ['the part of a seller', { ...DRAFT, domain: 'Fulfillment' }, '/domain'],
    ['nothing at all', {}, '/domain'],
  ])('with %s is not even a draft', async (_what, body, pointer) => {
    const refused = await ask('PUT', 'workflows/other', body);
    expect(refused.status, refused.text).toBe(400);
    expect(refused.body).toMatchObject({ pointer });
  });

  it('that was never published can be taken away', async () => {
    await ask('PUT', 'workflows/short-lived', DRAFT);
    expect(await ask('DELETE', 'workflows/short-lived')).toMatchObject({ status: 200 });
    expect(await ask('GET', 'workflows/short-lived')).toMatchObject({ status: 404 });
  });
});

describe('a published workflow', () => {
  let orderId: string;
  const step = async (): Promise<unknown> => (await ask('GET', `orders/${orderId}`)).body;

  it('takes orders from the moment it is published', async () => {
    expect(await ask('PUT', 'workflows/made-to-order', DRAFT)).toMatchObject({ status: 200, body: { findings: [] } });
    const published = await ask('POST', 'workflows/made-to-order/publish');
    expect(published).toMatchObject({ status: 200, body: { version: 1, draft: null } });
    expect(await ask('POST', 'workflows/made-to-order/publish')).toMatchObject({ body: { version: 1 } });
    const placed = await place();
    expect(placed, placed.text).toMatchObject({
      status: 201,
      body: {
        workflow: 'made-to-order',
        status: 'waiting_for_payment',
        statusLabel: 'Waiting for payment',
        instances: [{ table: 'made-to-order', version: 1 }],
      },
    });
    orderId = placed.body.orderId;
  });

  it('keeps the orders of a version in that version, whatever is published later', async () => {
    await ask('POST', `orders/${orderId}/payments/1/approve`);
    expect(await step()).toMatchObject({ status: 'in_production', statuses: { orion: 'processing' } });
    const { in_production: made } = DRAFT.steps;
    const renamed = withStep('in_production', { ...made, label: 'In the workshop' });
    await ask('PUT', 'workflows/made-to-order', renamed);
    expect(await ask('POST', 'workflows/made-to-order/publish')).toMatchObject({ body: { version: 2 } });
    expect(await step()).toMatchObject({ statusLabel: 'In production', instances: [{ version: 1 }] });
    const second = (await place()).body.orderId;
    await ask('POST', `orders/${second}/payments/1/approve`);
    expect((await ask('GET', `orders/${second}`)).body).toMatchObject({
      statusLabel: 'In the workshop',
      instances: [{ version: 2 }],
    });
    const versions = await Promise.all([1, 2].map((n) => ask('GET', `workflows/made-to-order/versions/${n}`)));
    expect(versions.map(({ body }) => body)).toMatchObject([
      { version: 1, publishedBy: 'key:docket-demo', table: { steps: { in_production: { label: 'In production' } } } },
      { version: 2, table: { steps: { in_production: { label: 'In the workshop' } } } },
    ]);
  });

  it('leads an order to delivered, also after it was retired', async () => {
    await ask('PATCH', 'workflows/made-to-order', { retired: true });
    expect(await place()).toMatchObject({ status: 422, body: { code: 'workflow_unknown' } });
    expect((await ask('POST', `orders/${orderId}/start-handling`)).body).toMatchObject({ code: 'not_in_this_step' });
    const wrong = await ask('POST', `orders/${orderId}/status`, { status: 'delivered' });
    expect(wrong).toMatchObject({
      status: 409,
      body: { code: 'not_in_this_step', details: { statuses: ['pending'] } },
    });
    for (const [path, body] of [
      ['status', { status: 'pending' }],
      ['start-handling', {}],
      ['packages', {}],
      ['delivered', {}],
    ] as const) {
      const answer = await ask('POST', `orders/${orderId}/${path}`, body);
      expect(answer.status, `${path} ${answer.text}`).toBe(200);
    }
    expect(await step()).toMatchObject({ status: 'delivered', statuses: { orion: 'delivered', virto: 'Completed' } });
  });

  it('cannot be taken away, nor can its versions be rewritten', async () => {
    expect(await ask('DELETE', 'workflows/made-to-order')).toMatchObject({
      status: 409,
      body: { code: 'setting_in_use' },
    });
    const client = await api.database.serving.connect();
    await client.query("select set_config('docket.accounts', 'default', false)");
    await expect(client.query("update workflow_versions set definition = '{}'")).rejects.toThrow('permission denied');
    client.release(true);
    expect((await ask('GET', 'workflows/made-to-order/changes')).body.items.length).toBeGreaterThan(4);
  });

  it('waits for a payment of an order whose placement is completed later', async () => {
    await ask('PATCH', 'workflows/made-to-order', { retired: false });
    const waiting = (await place({ incomplete: true })).body.orderId;
    await ask('PATCH', 'workflows/made-to-order', { retired: true });
    expect((await ask('POST', `orders/${waiting}/placement/complete`)).body).toMatchObject({
      status: 'waiting_for_payment',
    });
  });

  it('is what verify folds and rebuild repeats', async () => {
    const { database } = api;
    const keys = createPersonalKeys(TEST_SECRET);
    const stop = (await place({ workflow: 'simple' })).status;
    expect(stop).toBe(201);
    const { rows } = await database.owner.query("select key from tasks where kind = 'order_timer'");
    const rebuilt = await rebuildReadModels(openEventLog(database.serving, keys), 'default');
    expect(rebuilt.mended).toBe(0);
    expect((await database.owner.query("select key from tasks where kind = 'order_timer'")).rows).toEqual(rows);
    const follower = createFollowerPool(database, { max: 1, applicationName: 'test' });
    const [report] = await verifyAll({ serving: database.serving, follower, keys }, { most: 20 });
    await follower.end();
    expect(report?.findings).toEqual([]);
  });
});
