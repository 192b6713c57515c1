import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { OrderEvent } from './events.js';
import { type EventSummary, summaryOf, summaryText } from './event-summary.js';
import { SUMMARY_TEXTS } from './event-summary-texts.js';

const samples = JSON.parse(readFileSync(new URL('./event-samples.json', import.meta.url), 'utf8')) as readonly {
  readonly events: readonly OrderEvent[];
}[];

const line = (event: object): string => summaryText(summaryOf(event as OrderEvent, 'EUR'));

describe('the one line that an event is told in', () => {
  it('is whole for every event that was ever shipped: each name in its text is filled in', () => {
    const events = samples.flatMap((sample) => sample.events);
    expect(events.map((event) => summaryText(summaryOf(event, 'EUR'))).filter((text) => /[{}…]/.test(text))).toEqual(
      [],
    );
  });

  it.each([
    [
      { type: 'payment_approved', data: { paymentId: '1', authorised: 12_500, captured: 0 } },
      'Payment 1 authorised: 125.00 EUR',
    ],
    [
      { type: 'package_sent', data: { packageId: '2', items: [{ lineId: '1', quantity: 1 }] } },
      'Package 2 sent: 1 piece',
    ],
    [
      { type: 'package_tracked', data: { packageId: '2', times: ['a', 'b'], deliveredAt: null } },
      'Package 2 tracked: 2 new entries',
    ],
    [
      { type: 'return_tracked', data: { number: 'R-1', trackingNumber: 'T1', times: [], deliveredAt: null } },
      'Parcel of return invoice R-1 changed',
    ],
    [{ type: 'tags_changed', data: { added: ['gift', 'vip'], removed: [] } }, 'Tags added: gift, vip'],
    [{ type: 'order_assigned', data: { assignee: null } }, 'Assigned to nobody'],
    [
      {
        type: 'order_cancelled',
        data: {
          by: 'buyer',
          refunds: [
            { paymentId: '1', amount: 250 },
            { paymentId: '2', amount: 50 },
          ],
        },
      },
      'Cancelled by buyer, 3.00 EUR given back',
    ],
  ])('tells %j', (event, text) => {
    expect(line(event)).toBe(text);
  });

  it('keeps a gap where the reader may not see the figure', () => {
    const hidden: EventSummary = { code: 'order_refunded', parameters: { refunded: null } };
    expect(summaryText(hidden)).toBe('Refunded: …');
  });

  it('has a text for each code, and no text holds a name twice', () => {
    for (const text of Object.values(SUMMARY_TEXTS)) {
      const names = [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
