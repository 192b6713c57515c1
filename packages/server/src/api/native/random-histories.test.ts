import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, type JsonObject } from '../../../../core/src/order/changes-of.js';
import { evolve } from '../../../../core/src/order/evolve.js';
import type { Order } from '../../../../core/src/order/order.js';
import { always } from '../../../../core/src/order/random-lives.test-support.js';
import { EVERYTHING } from '../../access/sight.js';
import { logHeader, logLine } from '../../event-log/order-log.js';
import { noHash, sealEvents, type SealedEvent } from '../../event-log/seal-events.js';
import { createPersonalKeys } from '../../personal-data/keys.js';
import { jsonOf } from '../json-text.js';
import { orderText, orderView } from './order-view.js';

/** What holds for the histories of whatever orders: their changes as the API tells them, and their exported logs. */

const viewOf = (order: Order): JsonObject =>
  JSON.parse(JSON.stringify(orderView(order, null, EVERYTHING))) as JsonObject;

/** What changes with every event, or repeats another field. */
const compared = (view: JsonObject): string =>
  JSON.stringify({ ...view, version: 0, updatedAt: '', statusLabel: '' }).replaceAll(/"since":"[^"]*"/g, '""');

const program = fileURLToPath(new URL('../../../public/verify-order-log.mjs', import.meta.url));
const { verifyLog } = (await import(program)) as {
  readonly verifyLog: (chunks: Iterable<Buffer>) => Promise<{ readonly valid: boolean; readonly events?: number }>;
};

function sealed(log: readonly Parameters<typeof evolve>[1][]): SealedEvent[] {
  const stream = { account: 'default', streamKind: 'order', streamId: '1480000500001-01' };
  const { key } = createPersonalKeys('a secret of the tests').issue('default', 'order', stream.streamId);
  const events: SealedEvent[] = [];
  for (const event of log) {
    const occasion = { at: event.at, actor: event.actor, reason: event.reason, commandId: `c-${event.version}` };
    const prevHash = events.at(-1)?.hash ?? noHash;
    events.push(...sealEvents({ stream, after: events.length, prevHash, occasion, key, events: [event] }));
  }
  return events;
}

describe('of whatever history', () => {
  it('an event tells no change exactly where it left the order as the API shows it alone', () => {
    always(({ order, log }) => {
      const earlier = log.slice(0, -1).reduce<Order | null>(evolve, null);
      if (earlier === null) return;
      const [before, after] = [viewOf(earlier), viewOf(order)];
      expect(changesOf(before, after).length === 0).toBe(compared(before) === compared(after));
    }, 100);
  });

  it('the answer that is put together of texts is the view, byte for byte', () => {
    const askers = (['staff', 'seller', 'shopper', 'payment_provider'] as const).map((kind) => ({
      actor: { kind, id: `key:${kind}` },
      permissions: new Set(kind === 'staff' ? ['*'] : ['orders.view', 'orders.edit']),
    }));
    always(({ order }) => {
      for (const asker of [null, ...askers]) {
        for (const sight of [EVERYTHING, { ...EVERYTHING, personal: false }, { ...EVERYTHING, prices: false }]) {
          expect(jsonOf(orderText(order, asker, sight))).toBe(JSON.stringify(orderView(order, asker, sight)));
        }
      }
    }, 30);
  });

  it('the exported log proves itself, and no byte of it can be changed', async () => {
    const histories: (readonly Parameters<typeof evolve>[1][])[] = [];
    always(({ log }) => void histories.push(log), 15);
    const exported = histories.map((log) => {
      const events = sealed(log);
      return Buffer.from([logHeader(events.at(-1) as SealedEvent), ...events.map(logLine)].join(''));
    });
    for (const [index, bytes] of exported.entries()) {
      expect(await verifyLog([bytes])).toMatchObject({ valid: true, events: histories[index]?.length });
    }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...exported),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (bytes, place, by) => {
          const damaged = Buffer.from(bytes);
          const at = place % bytes.length;
          damaged[at] = ((bytes[at] ?? 0) + by) % 256;
          expect((await verifyLog([damaged])).valid).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });
});
