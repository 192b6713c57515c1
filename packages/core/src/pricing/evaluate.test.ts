import { describe, expect, it } from 'vitest';
import {
  basket,
  coupon,
  evaluated,
  line,
  off,
  offers,
  only,
  outcome,
  percent,
  promotion,
} from './basket.test-support.js';
import type { Conditions, Promotion, Reward } from './promotion.js';

const GROUP = { kind: 'group', group: 'spring' } as const;
const EXCLUSIVE = { kind: 'exclusive' } as const;

/** What one reward takes off each line of a basket, off the order and off shipping. */
function taken(reward: Reward, changes: Parameters<typeof promotion>[2] = {}, of = basket()) {
  const { lines, discounts, deliveries } = evaluated(of, [promotion('p', reward, changes)]);
  return [
    lines.map(({ discount }) => discount),
    discounts.map(({ amount }) => amount),
    deliveries.map(({ price }) => price),
  ];
}

describe('a reward', () => {
  it.each<[string, Reward, number[], number[], number[]]>([
    ['10 % off lines', percent(10), [800, 200], [], [500]],
    [
      '10 % off lines, at most 5.00',
      { target: 'line', kind: 'percentage', rate: 100_000, atMost: 500 },
      [400, 100],
      [],
      [500],
    ],
    ['5.00 off lines, once', off(500, 'line'), [400, 100], [], [500]],
    ['more off lines than they cost', off(99_999, 'line'), [8000, 2000], [], [500]],
    [
      '25.00 off each piece',
      { target: 'line', kind: 'amount_each', amountMicros: 25_000_000 },
      [5000, 2000],
      [],
      [500],
    ],
    ['every piece for 30.00', { target: 'line', kind: 'fixed_price', priceMicros: 30_000_000 }, [2000, 0], [], [500]],
    ['10 % off the order', percent(10, 'order'), [0, 0], [1000], [500]],
    [
      '10 % off the order, at most 3.00',
      { target: 'order', kind: 'percentage', rate: 100_000, atMost: 300 },
      [0, 0],
      [300],
      [500],
    ],
    ['7.77 off the order', off(777), [0, 0], [777], [500]],
    ['more off the order than it costs', off(99_999), [0, 0], [10_000], [500]],
    ['half of shipping', percent(50, 'shipping'), [0, 0], [], [250]],
    ['9.00 off shipping of 5.00', off(900, 'shipping'), [0, 0], [], [0]],
    ['shipping for 1.00', { target: 'shipping', kind: 'flat_rate', amount: 100 }, [0, 0], [], [100]],
  ])('takes %s', (_case, reward, lines, order, shipping) => {
    expect(taken(reward)).toEqual([lines, order, shipping]);
  });

  it.each([
    // unit price, quantity, percent, discount half up, discount rounded down (virto-orders §1.15, verified vectors)
    [49.95, 1, 10, 500, 499],
    [26.25, 3, 5, 394, 393],
    [422.5, 10, 45, 190_125, 190_125],
  ])('of %d × %d less %d % is rounded by line, as the order rounds', (euros, quantity, rate, halfUp, down) => {
    for (const [rounding, discount] of [
      ['half_up', halfUp],
      ['half_even', halfUp],
      ['down', down],
    ] as const) {
      const of = basket({ rounding, lines: [line('A', quantity, euros)] });
      expect(taken(percent(rate), {}, of)[0]).toEqual([discount]);
    }
  });

  it('is taken off what it names, and off what the conditions count where it names nothing', () => {
    expect(taken(percent(10), { conditions: { items: only('MUG') } })[0]).toEqual([800, 0]);
    expect(taken(percent(10), { conditions: { items: only('MUG') }, rewarded: only('CUP') })[0]).toEqual([0, 200]);
  });

  it('shares shipping over deliveries by their prices', () => {
    const deliveries = [
      { id: 'a', price: 400 },
      { id: 'b', price: 0 },
      { id: 'c', price: 100 },
    ];
    expect(taken(off(250, 'shipping'), {}, basket({ deliveries }))[2]).toEqual([200, 0, 50]);
  });

  it('adds a gift and takes nothing off', () => {
    const gift: Reward = { target: 'order', kind: 'gift', sku: 'PEN', quantity: 2 };
    const { gifts, applied } = evaluated(basket(), [promotion('p', gift)]);
    expect(gifts).toEqual([{ promotion: 'p', sku: 'PEN', quantity: 2 }]);
    expect(applied).toMatchObject([{ promotion: 'p', saved: 0 }]);
  });
});

describe('buy some, get some', () => {
  const free = (buy: number, get: number, rate = 100, atMostTimes?: number): Reward => ({
    target: 'line',
    kind: 'buy_get',
    buy,
    get,
    rate: rate * 10_000,
    ...(atMostTimes === undefined ? {} : { atMostTimes }),
  });
  const three = basket({ lines: [line('DEAR', 2, 30), line('CHEAP', 4, 10)] });

  it.each<[string, Reward, Parameters<typeof promotion>[2], number[]]>([
    ['the cheapest of every three is free', free(2, 1), {}, [0, 2000]],
    ['of equal count, the dear ones only when no cheap one is left', free(1, 1), {}, [0, 3000]],
    ['two of every three leave the cheap ones first', free(1, 2), {}, [0, 4000]],
    ['half off the cheapest of every three', free(2, 1, 50), {}, [0, 1000]],
    ['once at most', free(2, 1, 100, 1), {}, [0, 1000]],
    ['of one product alone', free(1, 1), { conditions: { items: only('DEAR') } }, [3000, 0]],
    [
      'buy dear ones, get as many cheap ones',
      free(1, 1),
      { conditions: { items: only('DEAR') }, rewarded: only('CHEAP') },
      [0, 2000],
    ],
    ['what is rewarded does not count as bought', free(2, 4), { rewarded: only('CHEAP') }, [0, 4000]],
  ])('%s', (_case, reward, changes, discounts) => {
    expect(taken(reward, changes, three)[0]).toEqual(discounts);
  });

  it('needs the pieces that are given too', () => {
    const two = basket({ lines: [line('A', 2, 10)] });
    expect(outcome(evaluated(two, [promotion('p', free(2, 1))]))).toEqual({ p: 'nothing_to_discount' });
  });

  it('gives whole cents of a line whose pieces share a discount already', () => {
    const of = basket({ lines: [line('A', 3, 1)] });
    const both = evaluated(of, [promotion('a', off(100, 'line'), { priority: 1 }), promotion('b', free(2, 1))]);
    expect(outcome(both)).toEqual({ a: 100, b: 67 }); // a third of the 2.00 that are left
  });
});

describe('a promotion holds', () => {
  const reasonsOf = (changes: Parameters<typeof promotion>[2], of = basket(), uses = {}) =>
    evaluated(of, offers([promotion('p', off(100), changes)], [], uses)).notApplied.flatMap(({ reasons }) => reasons);

  it.each<[string, Partial<Promotion>, object]>([
    ['when it is switched on', { active: false }, { why: 'inactive' }],
    [
      'from its beginning',
      { validFrom: '2026-03-02T12:00:00.001Z' },
      { why: 'not_started', from: '2026-03-02T12:00:00.001Z' },
    ],
    ['until its end', { validUntil: '2026-03-02T12:00:00.000Z' }, { why: 'ended', until: '2026-03-02T12:00:00.000Z' }],
    ['in its currency', { currency: 'USD' }, { why: 'other_currency', currency: 'USD' }],
    ['with a coupon where it needs one', { needsCoupon: true }, { why: 'coupon_missing' }],
  ])('%s', (_case, changes, reason) => {
    expect(reasonsOf(changes as Parameters<typeof promotion>[2])).toEqual([reason]);
  });

  it.each<[string, Partial<Conditions>, object]>([
    ['in its stores', { stores: ['outlet'] }, { why: 'other_store' }],
    ['in its channels', { channels: ['fair', 'phone'] }, { why: 'other_channel' }],
    ['for its customers', { customers: ['rui'] }, { why: 'other_customer' }],
    ['for its groups', { groups: ['staff'] }, { why: 'other_group' }],
    ['for its organisations', { organisations: ['umbrella'] }, { why: 'other_organisation' }],
    ['where its items are', { items: only('PEN') }, { why: 'items_missing' }],
    ['from a number of pieces on', { minQuantity: 4 }, { why: 'quantity_too_small', bound: 4, counted: 3 }],
    ['up to a number of pieces', { maxQuantity: 2 }, { why: 'quantity_too_large', bound: 2, counted: 3 }],
    ['from a subtotal on', { minSubtotal: 10_001 }, { why: 'subtotal_too_small', bound: 10_001, counted: 10_000 }],
    ['up to a subtotal', { maxSubtotal: 9_999 }, { why: 'subtotal_too_large', bound: 9_999, counted: 10_000 }],
    [
      'by the pieces and the subtotal of its items alone',
      { items: only('CUP'), minQuantity: 2, minSubtotal: 2001 },
      [
        { why: 'quantity_too_small', bound: 2, counted: 1 },
        { why: 'subtotal_too_small', bound: 2001, counted: 2000 },
      ],
    ],
  ])('%s', (_case, asked, reason) => {
    expect(reasonsOf({ conditions: asked })).toEqual([reason].flat());
  });

  it('at its bounds', () => {
    const asked = {
      minQuantity: 3,
      maxQuantity: 3,
      minSubtotal: 10_000,
      maxSubtotal: 10_000,
      groups: ['staff', 'gold'],
    };
    expect(reasonsOf({ conditions: asked })).toEqual([]);
  });

  it('for items by SKU, beginning of SKU or category, those below it among them, less what is left out', () => {
    const lines = [line('GT-1', 1, 10, { category: 'garden/tools' }), line('GTX', 1, 10, { category: 'gardening' })];
    const of = basket({ lines });
    const pieces = (match: object) =>
      evaluated(of, [promotion('p', percent(10), { conditions: { items: match } })]).lines.map(
        ({ discount }) => discount > 0,
      );
    expect(pieces({ categories: ['garden'] })).toEqual([true, false]);
    expect(pieces({ skuPrefixes: ['GT'] })).toEqual([true, true]);
    expect(pieces({ skuPrefixes: ['GT'], except: ['GTX'] })).toEqual([true, false]);
    expect(pieces({ skus: ['GTX'], categories: ['garden/tools'] })).toEqual([true, true]);
    expect(pieces({ except: ['GT-1'] })).toEqual([false, true]);
  });

  it('for first orders where it says so, and not for somebody who cannot be known', () => {
    const asked = { conditions: { firstOrder: true } };
    const by = (firstOrder: boolean | null) => basket({ customer: { ...basket().customer, firstOrder } });
    expect(reasonsOf(asked, by(true))).toEqual([]);
    expect(reasonsOf(asked, by(false))).toEqual([{ why: 'not_first_order' }]);
    expect(reasonsOf(asked, by(null))).toEqual([{ why: 'customer_unknown' }]);
  });

  it('as often as its limits say', () => {
    const limits = { maxUses: 10, maxUsesPerCustomer: 2 };
    expect(reasonsOf(limits, basket(), { p: { total: 9, byCustomer: 1 } })).toEqual([]);
    expect(reasonsOf(limits, basket(), { p: { total: 10, byCustomer: 2 } })).toEqual([
      { why: 'used_up', limit: 10 },
      { why: 'used_up_by_customer', limit: 2 },
    ]);
    const nobody = basket({ customer: { id: null, groups: [], organisation: null, firstOrder: null } });
    expect(reasonsOf(limits, nobody)).toEqual([{ why: 'customer_unknown' }]);
  });
});

describe('a coupon', () => {
  const spring = promotion('p', off(100), { needsCoupon: true });
  const free = promotion('free', off(100));
  const answers = (...of: Parameters<typeof offers>) =>
    Object.fromEntries(
      evaluated(basket(), offers(...of)).coupons.map(({ code, reasons }) => [
        code,
        reasons.map(({ why }) => why).join(),
      ]),
    );

  it('gives its promotion, once', () => {
    const { applied, coupons } = evaluated(basket(), offers([spring], [coupon('B', 'p'), coupon('A', 'p')]));
    expect(applied).toMatchObject([{ promotion: 'p', coupon: 'A', saved: 100 }]);
    expect(coupons).toEqual([
      { code: 'A', reasons: [] },
      { code: 'B', reasons: [{ why: 'not_needed', promotion: 'p' }] },
    ]);
  });

  it('that nobody made is told as unknown', () => {
    expect(evaluated(basket(), { ...offers([spring]), given: ['X', 'X'] }).coupons).toEqual([
      { code: 'X', reasons: [{ why: 'coupon_unknown' }] },
    ]);
  });

  it.each([
    ['inactive', coupon('A', 'p', { active: false }), {}],
    ['ended', coupon('A', 'p', { validUntil: '2026-01-01T00:00:00.000Z' }), {}],
    ['used_up', coupon('A', 'p', { maxUses: 1 }), { A: { total: 1, byCustomer: 0 } }],
    ['used_up_by_customer', coupon('A', 'p', { maxUsesPerCustomer: 1 }), { A: { total: 1, byCustomer: 1 } }],
    ['not_needed', coupon('A', 'free'), {}],
  ] as const)('says %s of itself', (why, one, uses) => {
    expect(answers([spring, free], [one], uses)).toEqual({ A: why });
  });

  it('says where to look when its promotion did not apply', () => {
    const tooDear = promotion('p', off(100), { needsCoupon: true, conditions: { minSubtotal: 99_999 } });
    expect(answers([tooDear], [coupon('A', 'p')])).toEqual({ A: 'promotion_not_applied' });
  });
});

describe('the worked example of docs/explanation/prices.md', () => {
  it('comes to what the page says', () => {
    const of = basket({ lines: [line('MUG', 3, 11), line('POT', 1, 40)], deliveries: [{ id: 'home', price: 590 }] });
    const threeForTwo: Reward = { target: 'line', kind: 'buy_get', buy: 2, get: 1, rate: 1_000_000 };
    const spring = { combination: { kind: 'group', group: 'spring' } } as const;
    const answer = evaluated(of, [
      promotion('three-for-two', threeForTwo, { ...spring, conditions: { items: only('MUG') } }),
      promotion('spring-ten', percent(10), spring),
      promotion('big-basket', off(500), { conditions: { minSubtotal: 7000 } }),
      promotion('post-free', percent(100, 'shipping'), { conditions: { minSubtotal: 5000 } }),
      promotion('members', percent(20, 'order'), { combination: EXCLUSIVE }),
    ]);
    expect(outcome(answer)).toEqual({
      'three-for-two': 1100,
      'spring-ten': 'better_in_group',
      'big-basket': 500,
      'post-free': 590,
      members: 'excluded_by',
    });
  });
});

describe('promotions together', () => {
  it('are taken off one after the other, the higher priority first', () => {
    const both = [promotion('half', percent(50), { priority: 1 }), promotion('ten', off(1000, 'line'))];
    expect(outcome(evaluated(basket(), both))).toEqual({ half: 5000, ten: 1000 });
    const other = [promotion('half', percent(50)), promotion('ten', off(1000, 'line'), { priority: 1 })];
    expect(outcome(evaluated(basket(), other))).toEqual({ ten: 1000, half: 4500 });
  });

  it('come off lines, then off the order, then off shipping, whatever their priority', () => {
    const all = [promotion('a', percent(50), { priority: 0 }), promotion('b', percent(50, 'order'), { priority: 9 })];
    expect(outcome(evaluated(basket(), all))).toEqual({ a: 5000, b: 2500 });
  });

  it('leave nothing to those that come when all is gone', () => {
    const all = [promotion('a', percent(100)), promotion('b', off(500)), promotion('c', percent(10))];
    expect(outcome(evaluated(basket(), all))).toEqual({ a: 10_000, b: 'nothing_left', c: 'nothing_left' });
  });

  it('do not take the ground from under each other: conditions are asked of the basket as it was', () => {
    const all = [promotion('a', percent(50)), promotion('b', off(500), { conditions: { minSubtotal: 10_000 } })];
    expect(outcome(evaluated(basket(), all))).toEqual({ a: 5000, b: 500 });
  });

  it('of one group give the best alone, of equal ones the higher priority, then the smaller id', () => {
    const group = (id: string, amount: number, priority = 0) =>
      promotion(id, off(amount), { combination: GROUP, priority });
    expect(outcome(evaluated(basket(), [group('a', 100, 9), group('b', 200), promotion('c', off(5))]))).toEqual({
      a: 'better_in_group',
      b: 200,
      c: 5,
    });
    expect(outcome(evaluated(basket(), [group('a', 100), group('b', 100, 1)]))).toEqual({
      a: 'better_in_group',
      b: 100,
    });
    expect(outcome(evaluated(basket(), [group('b', 100), group('a', 100)]))).toEqual({ a: 100, b: 'better_in_group' });
  });

  it('with an exclusive one are priced the way that has the higher priority', () => {
    const alone = promotion('x', off(100), { combination: EXCLUSIVE, priority: 2 });
    const others = [promotion('a', off(1000), { priority: 1 }), promotion('b', off(1000))];
    expect(outcome(evaluated(basket(), [alone, ...others]))).toEqual({ x: 100, a: 'excluded_by', b: 'excluded_by' });
    expect(outcome(evaluated(basket(), [{ ...alone, priority: 0 }, ...others]))).toEqual({
      a: 1000,
      b: 1000,
      x: 'excluded_by',
    });
  });

  it('with an exclusive one of equal priority are priced the way that saves the most', () => {
    const alone = (amount: number) => promotion('x', off(amount), { combination: EXCLUSIVE });
    const others = [promotion('a', off(300)), promotion('b', off(300))];
    expect(outcome(evaluated(basket(), [alone(601), ...others]))).toEqual({
      x: 601,
      a: 'excluded_by',
      b: 'excluded_by',
    });
    expect(outcome(evaluated(basket(), [alone(600), ...others]))).toEqual({ a: 300, b: 300, x: 'excluded_by' });
  });

  it('name what excluded them', () => {
    const all = [promotion('a', off(300)), promotion('x', off(900), { combination: EXCLUSIVE })];
    expect(evaluated(basket(), all).notApplied).toEqual([
      { promotion: 'a', reasons: [{ why: 'excluded_by', promotions: ['x'] }] },
    ]);
  });
});
