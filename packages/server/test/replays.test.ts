import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '@docket/core/order/commands';
import { createTestDatabase, type TestDatabase } from './setup/database.js';
import { serve } from './setup/docket-process.js';
import { acceptedOrder, asked, openWritePath, placement, rowsOf, type WritePath } from './write-path.js';

/** A sender that heard no answer sends again. However often, and whatever died meanwhile, it happens once. */

const invoice = { type: 'issue_invoice', number: 'A-1', value: 2500, package: { trackingNumber: 'T1' } } as const;
const approve = { type: 'approve_payment', paymentId: 'p1' } as const;
const handle = { type: 'start_handling' } as const;
const requestCancel = { type: 'request_cancellation', reason: 'changed my mind' } as const;

/** Lives in which every command of the house that a sender can repeat comes up. */
const LIVES: Record<string, readonly Command[]> = {
  'delivered, then partly returned': [
    approve,
    handle,
    { type: 'add_note', text: 'ring twice' },
    { type: 'add_log_entry', source: 'erp', message: 'seen' },
    { type: 'change_tags', add: ['gift'] },
    { type: 'assign', assignee: 'ana' },
    invoice,
    { type: 'update_package', packageId: '1', carrier: 'Post' },
    { type: 'track_package', packageId: '1', events: [{ at: '2026-03-02T10:30:00.000Z', description: 'left' }] },
    { type: 'track_package', packageId: '1', delivered: true },
    { type: 'issue_return_invoice', number: 'R-1', value: 1000, items: [{ sku: 'mug', quantity: 1 }], restock: true },
    { type: 'refund', amount: 100 },
    { type: 'delete_order' },
    { type: 'restore_order' },
  ],
  'asked to be cancelled twice': [
    { type: 'notify_payment', paymentId: 'p1' },
    handle,
    requestCancel,
    { type: 'deny_cancellation', reason: 'packed' },
    requestCancel,
    { type: 'confirm_cancellation' },
  ],
  'not paid': [{ type: 'deny_payment', paymentId: 'p1', message: 'no cover' }],
};

describe('a command that is sent several times at once, to two processes, under one key', () => {
  let path: WritePath;
  beforeAll(async () => {
    path = await openWritePath();
  });
  afterAll(() => path.close());

  it.each(Object.entries(LIVES))('happens once, in the life of an order that is %s', async (name, life) => {
    const processes = [path.execute, path.another().execute];
    const order = acceptedOrder(await path.execute(asked(placement())));
    const { orderId } = order.head;
    for (const [index, command] of life.entries()) {
      const idempotency = { credential: 'erp', key: `${name} ${index}`, content: `content of ${index}` };
      const times = 2 + (index % 4);
      const outcomes = await Promise.all(
        Array.from({ length: times }, (_, n) => {
          const execute = processes[n % 2];
          if (execute === undefined) throw new Error('there are two');
          return execute(asked(command, { orderId, idempotency }));
        }),
      );
      const versions = outcomes.map((outcome) => acceptedOrder(outcome).head.version);
      expect(new Set(versions).size, command.type).toBe(1);
      expect(outcomes.filter((outcome) => outcome.accepted && !outcome.replayed)).toHaveLength(1);
    }
    const kept = await rowsOf(
      path,
      'select count(distinct command_id)::int as commands from events where stream_id = $1',
      [orderId],
    );
    expect(kept).toEqual([{ commands: 1 + life.length }]);
  });
});

describe('a server that is killed between commit and answer', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const eventsNow = async (): Promise<number> => {
    const { rows } = await database.owner.query<{ events: number }>('select count(*)::int as events from events');
    return rows[0]?.events ?? 0;
  };

  it('answers the same request with what it did, after the next start', { timeout: 240_000 }, async () => {
    const settings = {
      DATABASE_URL: database.url,
      DOCKET_SECRET: 'a secret of the replays',
      DOCKET_APP_KEY: 'k',
      DOCKET_APP_TOKEN: 't',
    };
    let server = await serve(settings);
    const send = (route: string, body: unknown, key: string): Promise<Response> =>
      fetch(`${server.url}/api/v1/admin/orders${route}`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${btoa('k:t')}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify(body),
      });

    const { type: _, ...order } = placement();
    let orderId = '';
    const steps: readonly (readonly [route: () => string, body: unknown])[] = [
      [() => '', order],
      [() => `/${orderId}/payments/p1/approve`, {}],
      [() => `/${orderId}/start-handling`, {}],
      [() => `/${orderId}/invoices`, { number: 'A-1', value: 2500, package: { trackingNumber: 'T1' } }],
    ];
    for (const [index, [route, body]] of steps.entries()) {
      const before = await eventsNow();
      const unheard = send(route(), body, `step-${index}`).catch(() => null);
      while ((await eventsNow()) === before) await new Promise((resolve) => setTimeout(resolve, 1));
      server.child.kill('SIGKILL');
      await server.ended;
      await unheard;
      const after = await eventsNow();
      server = await serve(settings);
      const again = await send(route(), body, `step-${index}`);
      expect(again.ok, await again.clone().text()).toBe(true);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      expect(await eventsNow()).toBe(after);
      ({ orderId } = (await again.json()) as { orderId: string });
    }
    server.child.kill('SIGTERM');
    await server.ended;
  });
});
