import { describe, expect, it } from 'vitest';
import type { StockClaim } from '../order/stock-claim.js';
import { stockDelta } from '../order/stock-claim.js';
import {
  changedParts,
  completed,
  type DraftOrderContent,
  handedOver,
  missingParts,
  nextMoment,
  notAskedFor,
  placementOf,
  reservationOf,
} from './draft-order.js';
import { DRAFT_ORDER_STATES, isLive, movedDraftOrder, movesOf } from './draft-order-states.js';

const HEAD = { draftOrderId: 'd1', store: 'north', channel: 'web', currency: 'EUR', customerId: 'c1' };
const CONTENT: DraftOrderContent = {
  buyer: { email: 'ana@example.org', firstName: 'Ana' },
  lines: [{ sku: 'mug', quantity: 2, priceMicros: 5_000_000, priceReason: 'a scratch' }],
  deliveries: [{ id: 'home', type: 'delivery' }, { id: 'shop', type: 'pickup' }], // prettier-ignore
  payment: { method: 'card', provider: 'stripe', instructions: 'none' },
};
const [NOW, LATER] = ['2026-03-02T10:00:00.000Z', '2026-03-03T10:00:00.000Z'];
const claim = (sku: string, quantity: number, kind: StockClaim['kind'] = 'claim'): StockClaim => ({
  kind,
  sku,
  place: 'main',
  quantity,
  lineId: '1',
});

describe('the states of a draft order', () => {
  it('can all be left but the one in which there is an order', () => {
    for (const state of DRAFT_ORDER_STATES) expect(movesOf(state).length > 0, state).toBe(state !== 'placed');
  });

  it('lead back to work from everywhere, and to nothing but one order', () => {
    for (const state of ['sent', 'expired', 'cancelled'] as const)
      expect(movedDraftOrder(state, 'reopen')).toBe('open');
    for (const state of ['placed', 'expired', 'cancelled'] as const) expect(movedDraftOrder(state, 'place')).toBeNull();
    expect(DRAFT_ORDER_STATES.filter(isLive)).toEqual(['open', 'sent']);
  });
});

describe('the placement of a draft order', () => {
  it('is priced by the shop for its buyer, names the draft order, and asks for the total', () => {
    expect(placementOf(HEAD, CONTENT, 1000)).toMatchObject({
      priced: true,
      store: 'north',
      customerId: 'c1',
      externalIds: { draft_order: 'd1' },
      lines: [{ sku: 'mug', quantity: 2, priceMicros: 5_000_000 }],
      payments: [{ method: 'card', provider: 'stripe', amount: 1000 }],
      total: 1000,
    });
    expect(placementOf(HEAD, CONTENT, 1000).lines[0]).not.toHaveProperty('priceReason');
  });

  it('asks for no payment where it is sold on account, or costs nothing', () => {
    const { payment: _none, ...onAccount } = CONTENT;
    expect(placementOf(HEAD, onAccount, 1000).payments).toEqual([]);
    expect(placementOf(HEAD, CONTENT, 0).payments).toEqual([]);
  });
});

describe('what a buyer adds', () => {
  it('is asked for where staff left it open: who, and where it goes, but for what is picked up', () => {
    expect(missingParts(CONTENT)).toEqual(['address']);
    expect(missingParts({ lines: [] })).toEqual(['email', 'name']);
    expect(missingParts({ ...CONTENT, deliveries: [{ type: 'pickup' }] })).toEqual([]);
  });

  it('fills what is open and never takes the place of what staff wrote', () => {
    const address = { country: 'PT' };
    expect(completed(CONTENT, { address }).deliveries).toEqual([
      { id: 'home', type: 'delivery', address },
      { id: 'shop', type: 'pickup' },
    ]);
    expect(notAskedFor(CONTENT, { address })).toBeNull();
    expect(notAskedFor(CONTENT, { email: 'x@example.org' })).toBe('email');
    expect(notAskedFor(CONTENT, { lastName: 'Lima' })).toBe('lastName');
    expect(notAskedFor(completed(CONTENT, { address }), { address })).toBe('address');
  });
});

describe('the reservation of a draft order', () => {
  const claims = [claim('mug', 2), claim('pen', 1), claim('mug', 3), claim('mug', 3, 'confirm')];
  const draft = { state: 'open', stockPolicy: 'firm', reservedUntil: null, expiresAt: null } as const;

  it('is what its placement claims, summed by product and place', () => {
    expect(reservationOf(draft, claims, NOW)).toEqual([
      { sku: 'mug', place: 'main', quantity: 5 },
      { sku: 'pen', place: 'main', quantity: 1 },
    ]);
  });

  it.each([
    ['none is asked for', { ...draft, stockPolicy: 'none' }, NOW],
    ['a soft one is over', { ...draft, stockPolicy: 'soft', reservedUntil: NOW }, NOW],
    ['a soft one has no date', { ...draft, stockPolicy: 'soft' }, NOW],
    ['it has expired', { ...draft, expiresAt: NOW }, NOW],
    ['it is placed', { ...draft, state: 'placed' }, NOW],
    ['it is cancelled', { ...draft, state: 'cancelled' }, NOW],
  ] as const)('is nothing where %s', (_why, each, at) => {
    expect(reservationOf(each, claims, at)).toEqual([]);
  });

  it('is given back by claims that leave nothing behind', () => {
    const reserved = reservationOf(draft, claims, NOW);
    const taken = reserved.map((each) => stockDelta({ kind: 'reserve', quantity: each.quantity }).claimed);
    const back = handedOver(reserved).map((each) => stockDelta(each).claimed);
    expect([...taken, ...back].reduce((sum, each) => sum + each, 0)).toBe(0);
  });

  it('ends by itself when it is soft, and with the draft order', () => {
    const soft = { ...draft, stockPolicy: 'soft', reservedUntil: LATER } as const;
    expect(nextMoment({ ...soft, holds: true })).toBe(LATER);
    expect(nextMoment({ ...soft, holds: false })).toBeNull();
    expect(nextMoment({ ...soft, expiresAt: NOW, holds: true })).toBe(NOW);
    expect(nextMoment({ ...draft, holds: true })).toBeNull();
    expect(nextMoment({ ...soft, state: 'placed', holds: true })).toBeNull();
  });
});

describe('what changed in a draft order', () => {
  it('is named by its parts, whatever the order of their fields', () => {
    expect(changedParts({ lines: [{ sku: 'a', quantity: 1 }] }, { lines: [{ quantity: 1, sku: 'a' }] })).toEqual([]);
    expect(changedParts({ lines: [] }, { lines: [{ sku: 'a', quantity: 1 }], note: 'x' })).toEqual(['lines', 'note']);
    expect(changedParts({ lines: [], tags: ['a', 'b'] }, { lines: [], tags: ['b', 'a'] })).toEqual(['tags']);
  });
});
