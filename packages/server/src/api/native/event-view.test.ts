import { describe, expect, it } from 'vitest';
import { evolve } from '../../../../core/src/order/evolve.js';
import { approve, given, invoice, place, startHandling } from '../../../../core/src/order/given.test-support.js';
import type { Order } from '../../../../core/src/order/order.js';
import type { ToldEvent } from '../../event-log/order-history.js';
import { noHash, type SealedEvent } from '../../event-log/seal-events.js';
import { differenceView, eventsView, whoIs } from './event-view.js';
import { orderView } from './order-view.js';

const ALL = { personal: true, prices: true };

/** Placed for 125.00, paid, noted, invoiced, given back in part: with a person, words and prices in it. */
const { log } = given(
  place({ note: 'ring twice', custom: { nickname: 'Nina' }, discounts: [] }),
  approve,
  { type: 'add_note', text: 'call first' },
  startHandling,
  invoice({ package: { carrier: 'Post' } }),
  { type: 'issue_return_invoice', number: 'R-1', value: 4_000, items: [{ sku: 'CUP', quantity: 1 }] },
  { type: 'refund', amount: 1_100, reason: 'a scratch' },
);

function told(): ToldEvent[] {
  let before: Order | null = null;
  return log.map((recorded) => {
    const after: Order = evolve(before, recorded);
    const sealed = { schema: 1, commandId: 'c', prevHash: noHash, hash: noHash } as unknown as SealedEvent;
    const event = { event: { recorded, sealed, seq: recorded.version }, before, after };
    before = after;
    return event;
  });
}
const states = (): Order[] => told().map(({ after }) => after);
const [first, last] = [states()[0] as Order, states().at(-1) as Order];

const PERSON = /Ana|Reis|ana@example|ring twice|call first|Nina|a scratch|Porto/;
/** Every amount of this history and every price in millionths; `40` alone may be a number of anything. */
const MONEY = /\b(?:12500|12000|4000|8000|4500|1100|500|40000000)\b|EUR [0-9]|[0-9.]+ EUR/;

describe('who may not see prices', () => {
  it.each([
    ['events', () => eventsView(told(), { ...ALL, prices: false })],
    ['the difference of two versions', () => differenceView(first, last, { ...ALL, prices: false })],
    ['an order of the past', () => orderView(last, null, { ...ALL, prices: false })],
  ])('sees none in %s', (_, view) => {
    expect(JSON.stringify(view())).not.toMatch(MONEY);
    expect(JSON.stringify(view())).toMatch(PERSON);
  });

  it('still sees what else happened', () => {
    const events = eventsView(told(), { ...ALL, prices: false }) as { summary: { text: string }; changes: object[] }[];
    expect(events.map(({ summary }) => summary.text)).toContain('Invoice A-1 issued: …');
    expect(events[1]?.changes).toContainEqual(
      expect.objectContaining({ path: '/payments/0/answer', after: 'approved' }),
    );
  });
});

describe('who may not see whom it is about', () => {
  it.each([
    ['events', () => eventsView(told(), { ...ALL, personal: false })],
    ['the difference of two versions', () => differenceView(first, last, { ...ALL, personal: false })],
    ['an order of the past', () => orderView(last, null, { ...ALL, personal: false })],
  ])('sees nothing of the person in %s', (_, view) => {
    expect(JSON.stringify(view())).not.toMatch(PERSON);
    expect(JSON.stringify(view())).toMatch(MONEY);
  });

  it('does not take the person for forgotten', () => {
    expect(orderView(last, null, { ...ALL, personal: false })).toMatchObject({ buyer: null, forgotten: false });
  });
});

it('who sees all sees both', () => {
  const text = JSON.stringify(eventsView(told(), ALL));
  expect(text).toMatch(PERSON);
  expect(text).toMatch(MONEY);
});

it.each([
  ['key:erp', { kind: 'key', id: 'erp' }],
  ['user:a:b', { kind: 'user', id: 'a:b' }],
  ['timer', { kind: 'timer', id: null }],
])('the actor %s is told in its parts', (actor, parts) => {
  expect(whoIs(actor)).toEqual(parts);
});
