import { describe, expect, it } from 'vitest';
import type { EditChange, EditOrder } from './edit-commands.js';
import { given, type History, place } from './given.test-support.js';
import type { Delivery } from './order.js';

const edit = (...changes: readonly EditChange[]): EditOrder => ({ type: 'edit_order', changes });
const simple = () => place({ workflow: 'simple', payments: [] });
const price = (amount: number): EditChange => ({ change: 'set_delivery', deliveryId: '1', price: amount });
const apply = (coupon: string) => edit({ change: 'apply_coupon', coupon });
const remove = (coupon: string) => edit({ change: 'remove_coupon', coupon });
const delivery = ({ order }: History): Delivery | undefined => order?.head.deliveries[0];

/** The shipping of the shop costs 5.00. */
describe('the price of a delivery that somebody set', () => {
  it('stays when coupons come and go and promotions run again', () => {
    const given300 = given(simple(), edit(price(300)), apply('welcome'));
    expect(delivery(given300)?.price).toBe(300);
    const without = given300.when(remove('welcome')).history;
    expect(delivery(without)?.price).toBe(300);
    const again = without.when({ ...edit(), promotions: 'rerun' }).history;
    expect(delivery(again)).toMatchObject({ price: 300, givenPrice: 300 });
  });

  it('is where promotions start, however often they run', () => {
    const halved = given(simple(), edit(price(300)), apply('halfway'));
    expect(delivery(halved)).toMatchObject({ price: 150, givenPrice: 300 });
    const again = halved.when({ ...edit(), promotions: 'rerun' }).history;
    expect(delivery(again)?.price).toBe(150);
    expect(delivery(again.when(remove('halfway')).history)?.price).toBe(300);
  });

  it('is so where its sender placed it with another price than that of its method, or with none', () => {
    const placed = (method: object) =>
      place({
        workflow: 'simple',
        payments: [],
        deliveries: [{ type: 'delivery', price: 300, address: { country: 'PT' }, ...method }],
        total: 12_300,
      });
    for (const method of [{ method: 'flat' }, {}]) {
      const halved = given(placed(method), apply('halfway'), { ...edit(), promotions: 'rerun' });
      expect(delivery(halved)?.price).toBe(150);
      expect(delivery(halved.when(remove('halfway')).history)?.price).toBe(300);
    }
  });

  it('gives way to that of a method that is chosen after it', () => {
    const { history } = given(simple(), edit(price(300))).when(
      edit({ change: 'set_delivery', deliveryId: '1', method: 'flat' }),
    );
    expect(delivery(history)?.price).toBe(500);
    expect(delivery(history)).not.toHaveProperty('givenPrice');
  });

  it('is that of its method where nobody said another, promotions or not', () => {
    const halved = given(simple(), apply('halfway'));
    expect(delivery(halved)?.price).toBe(250);
    expect(delivery(halved)).not.toHaveProperty('givenPrice');
    expect(delivery(halved.when(remove('halfway')).history)?.price).toBe(500);
  });
});
