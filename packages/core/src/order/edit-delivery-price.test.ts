import { describe, expect, it } from 'vitest';
import type { EditChange, EditOrder } from './edit-commands.js';
import { undoing } from './edit-undo.js';
import { given, type History, place } from './given.test-support.js';
import type { Delivery } from './order.js';
import { orderOf } from './returned.test-support.js';

const edit = (...changes: readonly EditChange[]): EditOrder => ({ type: 'edit_order', changes });
const simple = () => place({ workflow: 'simple', payments: [] });
const price = (amount: number): EditChange => ({ change: 'set_delivery', deliveryId: '1', price: amount });
const apply = (coupon: string) => edit({ change: 'apply_coupon', coupon });
const remove = (coupon: string) => edit({ change: 'remove_coupon', coupon });
/** An edit, and then the one that takes it back. */
function undone(before: History, command: EditOrder): History {
  const { history } = before.when(command);
  return history.when(edit(...undoing(orderOf(before), orderOf(history)))).history;
}
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

describe('an edit of a delivery that is taken back', () => {
  const later: EditChange = { change: 'set_delivery', deliveryId: '1', promisedAt: '2026-04-01T00:00:00.000Z' };

  it('says no price where it changed none: the coupon that lowered it still gives it back', () => {
    const halved = given(simple(), apply('halfway'));
    const back = undone(halved, edit(later));
    expect(delivery(back)).toEqual(delivery(halved));
    expect(delivery(back.when(remove('halfway')).history)?.price).toBe(500);
  });

  it('leaves it to its method again, where a price by hand was what is taken back', () => {
    const back = undone(given(simple(), apply('halfway')), edit(price(100)));
    expect(delivery(back)?.price).toBe(250);
    expect(delivery(back)).not.toHaveProperty('givenPrice');
    expect(delivery(back.when(remove('halfway')).history)?.price).toBe(500);
  });

  it('has the price that somebody gave again, below which promotions had lowered it', () => {
    const halved = given(simple(), edit(price(300)), apply('halfway'));
    const byMethod: EditChange = { change: 'set_delivery', deliveryId: '1', method: 'flat' };
    const back = undone(halved, edit(byMethod, later));
    expect(delivery(back)).toEqual(delivery(halved));
    expect(delivery(back.when(remove('halfway')).history)?.price).toBe(300);
  });

  it('asks for no right to set prices where it sets none', () => {
    const halved = given(simple(), apply('halfway'));
    const { history } = halved.when(edit(later));
    const back = edit(...undoing(orderOf(halved), orderOf(history)));
    const { answer } = history.when(back, 'staff', 60, undefined, []);
    expect(answer).not.toHaveProperty('refused');
  });
});

describe('promotions that are dropped', () => {
  const drop: EditOrder = { ...edit(), promotions: 'drop' };

  it('leave a delivery at what its method costs, or at what somebody gave', () => {
    const dropped = given(simple(), apply('halfway'), drop);
    expect(delivery(dropped)?.price).toBe(500);
    expect(delivery(dropped)).not.toHaveProperty('givenPrice');
    expect(delivery(given(simple(), edit(price(300)), apply('halfway'), drop))).toMatchObject({
      price: 300,
      givenPrice: 300,
    });
  });

  it('make no delivery cheaper, and none dearer that no promotion was asked about', () => {
    const dear = given(simple(), edit(price(900)), apply('welcome'), drop);
    expect(delivery(dear)?.price).toBe(900);
    const cheap = place({
      workflow: 'simple',
      payments: [],
      deliveries: [{ type: 'delivery', method: 'flat', price: 300, address: { country: 'PT' } }],
      total: 12_300,
    });
    expect(delivery(given(cheap, drop))?.price).toBe(300);
  });
});
