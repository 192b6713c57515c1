import { describe, expect, it } from 'vitest';
import { changeOf, type EditChange, withChange, withoutChange } from './draft-changes.js';

const price = (deliveryId: string, amount: number): EditChange => ({
  change: 'set_delivery',
  deliveryId,
  price: amount,
});

describe('the changes of a draft', () => {
  it('hold one of a kind about the same thing, the last that was typed', () => {
    const both = withChange(withChange([], price('1', 500)), price('2', 700));
    expect(withChange(both, price('1', 900))).toEqual([price('2', 700), price('1', 900)]);
    const coupons: readonly EditChange[] = [{ change: 'apply_coupon', coupon: 'A' }];
    expect(withChange(coupons, { change: 'apply_coupon', coupon: 'B' })).toHaveLength(2);
  });

  it('lose what is taken back, and nothing beside it', () => {
    const changes: readonly EditChange[] = [price('1', 500), { change: 'set_channel', channel: 'web' }];
    expect(withoutChange(changes, price('1', 0))).toEqual([{ change: 'set_channel', channel: 'web' }]);
  });

  it('are found by what they are about', () => {
    const changes = [price('1', 500), price('2', 700)];
    expect(changeOf(changes, 'set_delivery', { deliveryId: '2' })?.price).toBe(700);
    expect(changeOf(changes, 'set_delivery', { deliveryId: '3' })).toBeUndefined();
  });
});
