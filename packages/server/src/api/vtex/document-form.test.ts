import { decide } from '@docket/core/order/decide';
import { evolve } from '@docket/core/order/evolve';
import type { Order } from '@docket/core/order/order';
import { isRefusal } from '@docket/core/order/refusals';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FACTS, place } from '../../../../core/src/order/given.test-support.js';
import { jsonBytes } from '../json-bytes.js';
import { AS_JSON } from './document-form.js';
import { orderDocument } from './order-document.js';

/** Names that a document has, in their casing and in another one, and some that it has not. */
const name = fc.constantFrom(
  'manualPrice', 'ManualPrice', 'imageUrl', 'offerings', 'itemAttachment', 'ItemAttachment', 'attachments', 'refId',
  'additionalInfo', 'dimension', 'price', 'listPrice', 'slas', 'selectedSla', 'pickupStoreInfo', 'uniqueId', 'priceTags',
  'toJSON', '__proto__', 'constructor', 'text', 'anything else',
); // prettier-ignore
const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.dictionary(name, fc.jsonValue({ maxDepth: 1 })));
const said = fc.array(fc.tuple(name, value), { maxLength: 6 }).map((entries) => {
  // As JSON.parse makes it: `__proto__` is a key like others.
  const text = entries.map(([key, each]) => `${JSON.stringify(key)}:${JSON.stringify(each)}`).join(',');
  return JSON.parse(`{${text}}`) as Record<string, unknown>;
});

function placed(lines: number, items: readonly object[], infos: readonly object[]): Order {
  const command = place({
    lines: Array.from({ length: lines }, (_, n) => ({
      sku: n % 2 === 0 ? 'MUG' : 'CUP',
      quantity: 1,
      attachments: n in items ? { vtex: items[n] } : undefined,
    })),
    payments: [],
    total: 4_000 * lines + 500,
    attachments: { vtex: { shippingData: { logisticsInfo: infos } } },
  });
  const at = '2026-03-02T12:00:00.000Z';
  const answer = decide(null, command, FACTS, {
    at,
    actor: { kind: 'staff', id: 'staff:ana' },
    reason: 'test',
    identity: {
      account: 'default',
      orderId: '1480000500001-01',
      group: '1480000500001',
      position: 1,
      sequence: 500_001,
    },
  });
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer.events.reduce<Order | null>(
    (order, event, n) => evolve(order, { ...event, version: n + 1, at, actor: 'staff:ana', reason: 'test' }),
    null,
  )!;
}

it('a document that is written as JSON is the one that is made as an object, whatever came with its lines', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.array(said), fc.array(said), (lines, items, infos) => {
      const order = placed(lines, items, infos);
      const written = jsonBytes(orderDocument(order, AS_JSON)).toString();
      const made = JSON.stringify(orderDocument(order));
      expect(JSON.parse(written)).toEqual(JSON.parse(made));
      // No key is written twice.
      expect(written.length).toBe(made.length);
    }),
    { numRuns: 150 },
  );
});
