import { describe, expect, it } from 'vitest';
import type { Line } from './order.js';
import { same, sameMoney, sameTerms } from './same-line.js';

const money = { gross: 100, discount: 0, net: 100, share: { discount: 1, shipping: 2, tax: 3 }, payable: 104 };
const line: Line = {
  id: '1',
  sku: 'TEA',
  gtin: null,
  name: 'Tea',
  seller: null,
  quantity: 2,
  unitMultiplier: 1000,
  measurementUnit: 'un',
  listPriceMicros: null,
  priceMicros: 500_000,
  discountMicros: 0,
  deliveryId: null,
  stock: { place: 'main', state: 'claimed', held: 2 },
  invoiced: 0,
  shipped: 0,
  returned: 0,
  cancelled: 0,
  money,
};

describe('a line is what it was', () => {
  it.each<[string, Line]>([
    ['the very same', line],
    ['a copy', structuredClone(line)],
    ['its fields in another order', { ...line, quantity: 2, id: line.id }],
    ['with other counts', { ...line, shipped: 1, invoiced: 2, returned: 1, cancelled: 1 }],
    ['with other money', { ...line, money: { ...money, net: 90 } }],
  ])('%s', (_, now) => expect(sameTerms(now, line)).toBe(true));

  it.each<[string, Partial<Line>]>([
    ['quantity', { quantity: 3 }],
    ['price', { priceMicros: 1 }],
    ['delivery', { deliveryId: 'd1' }],
    ['stock', { stock: { place: 'main', state: 'claimed', held: 3 } }],
    ['no stock', { stock: null }],
    ['what was set by hand', { byHand: ['price'] }],
    ['a picture', { imageUrl: 'https://example.com/1.png' }],
  ])('not with another %s', (_, other) => {
    expect(sameTerms({ ...line, ...other }, line)).toBe(false);
    expect(sameTerms(line, { ...line, ...other })).toBe(false);
  });

  it('not where it was none', () => expect(sameTerms(line, undefined)).toBe(false));
});

it.each(['gross', 'discount', 'net', 'payable'] as const)('money with another %s is other money', (field) => {
  expect(sameMoney(structuredClone(money), money)).toBe(true);
  expect(sameMoney({ ...money, [field]: 7 }, money)).toBe(false);
});

it.each(['discount', 'shipping', 'tax'] as const)('money with another share of %s is other money', (field) => {
  expect(sameMoney({ ...money, share: { ...money.share, [field]: 7 } }, money)).toBe(false);
  expect(sameMoney(money, undefined)).toBe(false);
});

it('nothing is the same as nothing, and as nothing else', () => {
  expect(same(undefined, undefined)).toBe(true);
  expect(same(undefined, null)).toBe(false);
  expect(same([], {})).toBe(false);
  expect(same([{ a: 1 }], [{ a: 1 }])).toBe(true);
});
