import type { PlaceOrder } from '@docket/core/order/placing-commands';
import type { Order } from '@docket/core/order/order';
import { describe, expect, it } from 'vitest';
import { given, place } from '../../../core/src/order/given.test-support.js';
import { EVERY_ORDER, type OrderScope } from './caller.js';
import { mayPlaceInto, narrowed, orderVisible } from './order-policy.js';

const scope = (part: Partial<OrderScope>): OrderScope => ({ ...EVERY_ORDER, ...part });

function placed(changes: Partial<PlaceOrder>, assignee: string | null = null): Order {
  const { order } = given(place(changes), { type: 'assign', assignee });
  if (order === null) throw new Error('nothing was placed');
  return order;
}

const order = placed({
  store: 'outlet',
  lines: [
    { sku: 'MUG', quantity: 2, seller: 'Clay' },
    { sku: 'CUP', quantity: 1, seller: 'glass' },
  ],
});

describe('an order', () => {
  it.each<[string, Partial<OrderScope>, boolean]>([
    ['everybody without a scope', {}, true],
    ['staff of its store', { stores: ['default', 'outlet'] }, true],
    ['nobody of another store', { stores: ['default'] }, false],
    ['nobody of no store at all', { stores: [] }, false],
    ['the seller of one of its lines', { seller: 'glass' }, true],
    ['a seller whose name is written otherwise', { seller: 'clay' }, true],
    ['no other seller', { seller: 'tin' }, false],
    ['nobody who sees own orders, while it lies on no desk', { assignee: 'user:ana' }, false],
    ['no seller of its lines in another store', { stores: ['default'], seller: 'glass' }, false],
  ])('is there for %s', (_who, part, visible) => {
    expect(orderVisible(scope(part), order)).toBe(visible);
  });

  it('is there for whose desk it lies on, and for no other desk', () => {
    const assigned = placed({}, 'user:ana');
    expect(orderVisible(scope({ assignee: 'user:ana' }), assigned)).toBe(true);
    expect(orderVisible(scope({ assignee: 'user:an' }), assigned)).toBe(false);
  });

  it('is placed only by who will see it', () => {
    expect(mayPlaceInto(EVERY_ORDER, 'outlet')).toBe(true);
    expect(mayPlaceInto(scope({ stores: ['outlet'] }), 'outlet')).toBe(true);
    expect(mayPlaceInto(scope({ stores: ['outlet'] }), 'default')).toBe(false);
    expect(mayPlaceInto(scope({ seller: 'clay' }), 'outlet')).toBe(false);
    expect(mayPlaceInto(scope({ assignee: 'user:ana' }), 'outlet')).toBe(false);
  });
});

describe('a list', () => {
  it('is as it was asked for where nothing is restricted', () => {
    const query = { store: ['a'], seller: ['clay'] };
    expect(narrowed(EVERY_ORDER, query)).toEqual(query);
  });

  it('holds of the stores that were asked for those of the caller', () => {
    expect(narrowed(scope({ stores: ['a', 'b'] }), {}).store).toEqual(['a', 'b']);
    expect(narrowed(scope({ stores: ['a', 'b'] }), { store: ['b', 'c'] }).store).toEqual(['b']);
    expect(narrowed(scope({ stores: ['a'] }), { store: ['c'] }).store).toEqual([]);
  });

  it('keeps to the seller and the desk of the caller whatever was asked for', () => {
    const restricted = scope({ seller: 'clay', assignee: 'user:ana' });
    expect(narrowed(restricted, { seller: ['tin'], assignee: ['user:bo'] })).toEqual({
      seller: ['tin'],
      assignee: ['user:bo'],
      within: { seller: 'clay', assignee: 'user:ana' },
    });
  });

  it('says nothing for another caller with the same words', () => {
    const cheating = { within: { seller: 'tin', assignee: null } };
    expect(narrowed(scope({ seller: 'clay' }), cheating).within).toEqual({ seller: 'clay', assignee: null });
  });
});
