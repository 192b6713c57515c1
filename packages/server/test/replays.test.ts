import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '@docket/core/order/commands';
import type { PlaceOrder } from '@docket/core/order/placing-commands';
import { EXAMPLE_FIELDS, EXAMPLE_TYPE } from '../src/api/native/examples/command-examples.js';
import { DOCUMENT_TYPES } from '../src/document-types/document-types.js';
import { TARGET_FIELDS } from '../src/document-types/target-fields.js';
import type { Execute } from '../src/execute.js';
import { PAYMENT_PROVIDERS } from '../src/payments/providers.js';
import { createSettingStore } from '../src/settings-history/setting-store.js';
import { BY_THEMSELVES, exampleOf, type ExampleName, placedFor } from './command-requests.js';
import { acceptedOrder, asked, openWritePath, placement, refusalOf, rowsOf, type WritePath } from './write-path.js';

/**
 * A sender that heard no answer sends again. However often, it happens once. A server that dies meanwhile is another
 * test: `killed-before-the-answer.test.ts`.
 */

const invoice = { type: 'issue_invoice', number: 'A-1', value: 2500, package: { trackingNumber: 'T1' } } as const;
const approve = { type: 'approve_payment', paymentId: 'p1' } as const;
const handle = { type: 'start_handling' } as const;
const requestCancel = { type: 'request_cancellation', reason: 'changed my mind' } as const;

/** Lives in which many commands follow each other, under two workflow instances. */
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

let path: WritePath;
let processes: readonly [Execute, Execute];
beforeAll(async () => {
  path = await openWritePath();
  const edit = { account: 'acme', actor: 'test' };
  await createSettingStore(path.database.serving, DOCUMENT_TYPES).load(edit, [EXAMPLE_TYPE]);
  await createSettingStore(path.database.serving, TARGET_FIELDS).load(edit, [EXAMPLE_FIELDS]);
  const sandbox = {
    provider: 'sandbox',
    name: 'Sandbox',
    adapter: 'manual',
    active: true,
    url: null,
    behaviours: [],
  } as const;
  await createSettingStore(path.database.serving, PAYMENT_PROVIDERS).load(edit, [sandbox]);
  processes = [path.execute, path.another().execute];
});
afterAll(() => path.close());

/** Sends a command to two processes at once, `times` in all; answers the version that all of them told. */
async function sentAtOnce(command: Command, orderId: string, key: string, times: number, more: object = {}) {
  const idempotency = { credential: 'erp', key, content: `content of ${key}` };
  const outcomes = await Promise.all(
    Array.from({ length: times }, (_, n) =>
      processes[n % 2 === 0 ? 0 : 1](asked(command, { orderId, idempotency, ...more })),
    ),
  );
  const orders = outcomes.map(acceptedOrder);
  for (const order of orders) expect(order, command.type).toEqual(orders[0]);
  expect(outcomes.filter((outcome) => outcome.accepted && !outcome.replayed)).toHaveLength(1);
  return orders[0]?.head.version;
}

const commandsOf = (orderId: string) =>
  rowsOf(path, 'select count(distinct command_id)::int as commands from events where stream_id = $1', [orderId]);

/** The example of a command as the core gets it, and from whom. */
const exampleCommand = (name: ExampleName): Command =>
  ({ type: name, ...exampleOf(name).params, ...exampleOf(name).body }) as unknown as Command;
const senderOf = (name: ExampleName): object => {
  const { actingAs } = exampleOf(name);
  return actingAs === undefined ? {} : { actor: { kind: actingAs, id: actingAs } };
};

describe('a command that is sent several times at once, to two processes, under one key', () => {
  it.each(BY_THEMSELVES.map((name, index) => [name, 2 + (index % 4)] as const))(
    'happens once and is answered alike: %s, %i times',
    async (name, times) => {
      const placed = { type: 'place', ...placedFor(name) } as PlaceOrder;
      const { orderId } = acceptedOrder(await path.execute(asked(placed))).head;
      const { after = [] } = exampleOf(name);
      for (const before of after) {
        acceptedOrder(await path.execute(asked(exampleCommand(before), { orderId, ...senderOf(before) })));
      }
      const version = await sentAtOnce(exampleCommand(name), orderId, name, times, senderOf(name));
      expect(version).toBe(exampleOf(name).receipt.version);
      expect(await commandsOf(orderId)).toEqual([{ commands: 2 + after.length }]);
    },
  );

  it('that changes nothing is remembered all the same: another one under its key is refused', async () => {
    const { orderId } = acceptedOrder(await path.execute(asked(placement()))).head;
    expect(await sentAtOnce({ type: 'change_tags', remove: ['gift'] }, orderId, 'nothing', 3)).toBe(1);
    const idempotency = { credential: 'erp', key: 'nothing', content: 'content of another' };
    const other = await path.execute(asked({ type: 'change_tags', add: ['gift'] }, { orderId, idempotency }));
    expect(refusalOf(other)).toBe('idempotency_key_reused');
  });

  it.each(Object.entries(LIVES))('happens once, in the life of an order that is %s', async (name, life) => {
    const { orderId } = acceptedOrder(await path.execute(asked(placement()))).head;
    for (const [index, command] of life.entries()) {
      await sentAtOnce(command, orderId, `${name} ${index}`, 2 + (index % 4));
    }
    expect(await commandsOf(orderId)).toEqual([{ commands: 1 + life.length }]);
  });
});
