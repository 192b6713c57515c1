import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Buying, pickPrice, type PriceList, type PriceListEntry } from './price-list.js';

const NOON = '2026-03-02T12:00:00.000Z';

const list = (id: string, changes: Partial<PriceList> = {}): PriceList => ({
  id,
  name: id,
  active: true,
  currency: 'EUR',
  stores: [],
  channels: [],
  groups: [],
  organisations: [],
  priority: 0,
  validFrom: null,
  validUntil: null,
  ...changes,
});

/** Prices in whole euros by quantity. */
const entry = (id: string, ...tiers: readonly [minQuantity: number, euros: number][]): PriceListEntry => ({
  list: id,
  sku: 'MUG',
  tiers: tiers.map(([minQuantity, euros]) => ({
    minQuantity,
    priceMicros: euros * 1_000_000,
    listPriceMicros: null,
  })),
});

const buying = (changes: Partial<Buying> & { quantity?: number } = {}) => ({
  quantity: 1,
  currency: 'EUR',
  store: 'default',
  channel: 'web',
  groups: ['gold'],
  organisation: 'acme',
  at: NOON,
  ...changes,
});

const CATALOGUE = 20_000_000;

/** The taken list with its price in euros, and of every other why not. */
function picked(lists: readonly PriceList[], entries: readonly PriceListEntry[], wanted = buying()) {
  const { price, notTaken } = pickPrice(wanted, lists, entries, CATALOGUE);
  return {
    taken: price === null ? null : `${price.list ?? 'catalogue'} ${price.priceMicros / 1_000_000}`,
    not: Object.fromEntries(notTaken.map(({ list: id, why }) => [id, why])),
  };
}

describe('a unit price', () => {
  it('is that of the catalogue where no list has one', () => {
    expect(picked([], [])).toEqual({ taken: 'catalogue 20', not: {} });
    expect(picked([list('a')], [])).toEqual({ taken: 'catalogue 20', not: { a: 'sku_missing' } });
    expect(pickPrice(buying(), [], [], null).price).toBeNull();
  });

  it.each([
    ['is switched off', { active: false }, 'inactive'],
    ['has not begun', { validFrom: '2026-03-02T12:00:00.001Z' }, 'not_started'],
    ['ends at this very moment', { validUntil: NOON }, 'ended'],
    ['is in another currency', { currency: 'USD' }, 'other_currency'],
    ['is for another store', { stores: ['outlet'] }, 'other_store'],
    ['is for another channel', { channels: ['fair'] }, 'other_channel'],
    ['is for another group', { groups: ['staff', 'silver'] }, 'other_group'],
    ['is for another organisation', { organisations: ['umbrella'] }, 'other_organisation'],
  ] as const)('is not that of a list that %s', (_case, changes, why) => {
    expect(picked([list('a', changes)], [entry('a', [1, 10])])).toEqual({ taken: 'catalogue 20', not: { a: why } });
  });

  it('is that of a list from its first moment on, for any of the names that it has', () => {
    const mine = list('a', { validFrom: NOON, groups: ['silver', 'gold'], channels: ['web'] });
    expect(picked([mine], [entry('a', [1, 10])]).taken).toBe('a 10');
  });

  it('is that of the greatest quantity that is reached', () => {
    const tiers = entry('a', [100, 7], [1, 10], [10, 9]);
    const at = (quantity: number) => picked([list('a')], [tiers], buying({ quantity })).taken;
    expect([1, 9, 10, 99, 100, 5000].map(at)).toEqual(['a 10', 'a 10', 'a 9', 'a 9', 'a 7', 'a 7']);
  });

  it('is not that of a list whose smallest quantity is not reached, and the answer says which that is', () => {
    const { notTaken } = pickPrice(buying({ quantity: 4 }), [list('a')], [entry('a', [10, 9], [5, 10])], CATALOGUE);
    expect(notTaken).toEqual([{ list: 'a', why: 'quantity_too_small', minQuantity: 5 }]);
  });

  it.each([
    ['organisation before group', { organisations: ['acme'] }, { groups: ['gold'], stores: ['default'] }],
    ['group before store', { groups: ['gold'] }, { stores: ['default'], channels: ['web'] }],
    ['store before channel', { stores: ['default'] }, { channels: ['web'] }],
    ['channel before all', { channels: ['web'] }, {}],
    [
      'organisation and group before organisation',
      { organisations: ['acme'], groups: ['gold'] },
      { organisations: ['acme'] },
    ],
  ])('is that of the list that names the buyer most closely, be it dearer: %s', (_case, closer, wider) => {
    const lists = [list('b', closer), list('a', { ...wider, priority: 9 })];
    expect(picked(lists, [entry('a', [1, 5]), entry('b', [1, 15])])).toEqual({
      taken: 'b 15',
      not: { a: 'less_specific' },
    });
  });

  it('is that of the higher priority, then of the lower price, then of the smaller id', () => {
    const entries = [entry('a', [1, 12]), entry('b', [1, 11]), entry('c', [1, 10]), entry('d', [1, 10])];
    const lists = [list('d'), list('c'), list('b'), list('a', { priority: 1 })];
    expect(picked(lists, entries)).toEqual({
      taken: 'a 12',
      not: { b: 'lower_priority', c: 'lower_priority', d: 'lower_priority' },
    });
    expect(picked(lists.slice(0, 3), entries)).toEqual({ taken: 'c 10', not: { b: 'dearer', d: 'later_id' } });
  });

  it('is compared with the list price of its tier, else with the catalogue', () => {
    const [tier] = entry('a', [1, 10]).tiers;
    const priced = (listPriceMicros: number | null) =>
      pickPrice(buying(), [list('a')], [{ ...entry('a'), tiers: [{ ...tier!, listPriceMicros }] }], CATALOGUE).price;
    expect(priced(15_000_000)?.listPriceMicros).toBe(15_000_000);
    expect(priced(null)?.listPriceMicros).toBe(CATALOGUE);
  });

  it('never depends on the order of lists and entries, and every list is taken or says why not', () => {
    const some = <T>(value: T) => fc.constantFrom<readonly T[]>([], [value]);
    const lists = fc
      .array(
        fc.record({
          organisations: some('acme'),
          groups: fc.constantFrom(['gold'], ['silver'], []),
          channels: some('web'),
          stores: some('default'),
          priority: fc.integer({ min: 0, max: 1 }),
          price: fc.integer({ min: 1, max: 3 }),
          minQuantity: fc.integer({ min: 1, max: 3 }),
        }),
        { maxLength: 6 },
      )
      .map((drafts) => drafts.map((draft, index) => ({ ...draft, id: `l${index}` })));
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 3 }), fc.nat(5), (drafts, quantity, first) => {
        const all = drafts.map(({ id, price: _price, minQuantity: _from, ...changes }) => list(id, changes));
        const entries = drafts.map(({ id, price, minQuantity }) => entry(id, [minQuantity, price]));
        const answer = pickPrice(buying({ quantity }), all, entries, CATALOGUE);
        const turned = [...all.slice(first), ...all.slice(0, first)].reverse();
        expect(pickPrice(buying({ quantity }), turned, [...entries].reverse(), CATALOGUE)).toEqual(answer);
        const named = [
          ...answer.notTaken.map(({ list: id }) => id),
          ...(answer.price?.list === null ? [] : [answer.price?.list]),
        ];
        expect(named.sort()).toEqual(all.map(({ id }) => id));
      }),
      { numRuns: 200 },
    );
  });
});
