import { randomBytes } from 'node:crypto';
import type { OrderEvent, RecordedEvent } from '@docket/core/order/events';
import { approve, given, invoice, place, startHandling } from '../../../core/src/order/given.test-support.js';
import { accept, ask, authorise, receive, settle } from '../../../core/src/order/returned.test-support.js';
import { describe, expect, it } from 'vitest';
import { noHash, sealEvents } from '../event-log/seal-events.js';
import { type OrderEvidence, verifyOrder } from './verify-order.js';

/** A log whose chain is whole: only what it says can be wrong. */
function evidenceOf(events: readonly RecordedEvent[]): OrderEvidence {
  const sealed = sealEvents({
    stream: { account: 'default', streamKind: 'order', streamId: 'O-1' },
    after: 0,
    prevHash: noHash,
    occasion: { at: '2026-03-02T12:00:00.000Z', actor: 'staff:ana', reason: 'test', commandId: 'c' },
    key: randomBytes(32),
    events,
  });
  const logged = events.map((recorded, index) => ({ recorded, sealed: sealed[index]!, seq: index + 1 }));
  return {
    orderId: 'O-1',
    version: events.length,
    hash: sealed.at(-1)!.hash,
    state: null,
    events: logged,
    hasKey: true,
  };
}

const { log } = given(place(), approve, startHandling, invoice());
const further = (event: OrderEvent): readonly RecordedEvent[] => [
  ...log,
  { ...event, version: log.length + 1, at: '2026-03-03T12:00:00.000Z', actor: 'staff:ana', reason: 'test' },
];

describe('a log whose hashes are whole', () => {
  it('is sound when its pieces and its money are', () => {
    expect(verifyOrder(evidenceOf(log))).toHaveProperty('order');
  });

  it('is sound when goods come back that left in no parcel and on no invoice', () => {
    const handedOver = given(
      {
        type: 'import_order',
        createdAt: '2017-05-04T10:00:00.000Z',
        deliveredAt: '2017-05-08T12:00:00.000Z',
        workflow: 'free',
        status: 'Completed',
        currency: 'EUR',
        lines: [{ sku: 'MUG', quantity: 3 }],
        payments: [{ method: 'card', amount: 12_000, answer: 'approved', captured: 12_000 }],
      },
      ask('1', 1, { exception: 'a loyal buyer' }),
      authorise(),
      receive(),
      accept('1', 1),
      settle(),
    );
    expect(handedOver.order?.lines).toMatchObject([{ shipped: 0, invoiced: 0, returned: 1 }]);
    expect(verifyOrder(evidenceOf(handedOver.log))).toHaveProperty('order');
  });

  it('is wrong when more pieces left than were sold', () => {
    const sent = {
      packageId: '1',
      invoiceNumber: null,
      items: [{ lineId: '1', quantity: 3 }],
      carrier: null,
      trackingNumber: null,
      trackingUrl: null,
      dispatchedAt: null,
      consumesStock: false,
    };
    const verdict = verifyOrder(evidenceOf(further({ type: 'package_sent', data: sent, personal: null })));
    expect(verdict).toMatchObject({ fault: { part: 'line 1', check: 'pieces' } });
  });

  it('is wrong when more is owed back than was ever taken', () => {
    const credit = { refunds: [], credited: 12_501, cancelled: null };
    const verdict = verifyOrder(
      evidenceOf(further({ type: 'order_refunded', data: credit, personal: { reason: null } })),
    );
    expect(verdict).toMatchObject({ fault: { part: 'ledger', check: 'ledger' } });
  });
});
