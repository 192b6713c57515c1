import { describe, expect, it } from 'vitest';
import { changeOf, deliveriesOf, type EditChange, isSame, withChange, withoutChange } from './draft-changes.js';

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

  it('say which deliveries there will be, each at the place where it is shown', () => {
    const order = { deliveries: [{ id: 'home' }, { id: 'work' }] };
    const changes: readonly EditChange[] = [
      { change: 'remove_delivery', deliveryId: 'home' },
      { change: 'set_delivery', deliveryId: '3', type: 'delivery' },
    ];
    expect(deliveriesOf(order, changes)).toEqual([
      { id: 'work', place: 2 },
      { id: '3', place: 3 },
    ]);
  });

  it('send a line with one delivery, the last that was chosen', () => {
    const send = (deliveryId: string): EditChange => ({ change: 'set_line_delivery', lineId: '1', deliveryId });
    expect(withChange([send('1')], send('2'))).toEqual([send('2')]);
  });

  it('are the same whatever order their fields came back in', () => {
    const [one, other] = [
      { change: 'set_price', lineId: '1', priceMicros: 1 },
      { priceMicros: 1, lineId: '1', change: 'set_price' },
    ];
    expect(isSame([one], [other])).toBe(true);
    expect(isSame([one], [{ ...other, priceMicros: 2 }])).toBe(false);
  });
});
