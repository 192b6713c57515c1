import { describe, expect, it } from 'vitest';
import type { ConsentRule } from './edit-consent.js';
import type { EditChange, EditOrder } from './edit-commands.js';
import { FACTS, given, place, startHandling } from './given.test-support.js';

const edit = (...changes: readonly EditChange[]): EditOrder => ({ type: 'edit_order', changes });
const price = (euros: number): EditChange => ({ change: 'set_price', lineId: '1', priceMicros: euros * 1_000_000 });
const wanting = (when: ConsentRule['when'], stages: ConsentRule['stages'] = ['open', 'handling']) => ({
  ...FACTS,
  editConsents: { set_price: { stages, when }, replace_line: { stages, when: 'always' as const } },
});
const STAFF = ['orders.edit', 'orders.reprice'];

describe('an edit that the account wants the buyer asked about', () => {
  const order = given(place({ workflow: 'simple', payments: [] }));

  it('is refused for staff, with the change, the stage and the permission that goes without', () => {
    const { answer } = order.when(
      edit({ change: 'set_quantity', lineId: '1', quantity: 3 }, price(50)),
      'staff',
      60,
      wanting('always'),
      STAFF,
    );
    expect(answer).toMatchObject({
      refused: 'edit_needs_consent',
      pointer: '/changes/1',
      details: { change: 'set_price', stage: 'open', permission: 'orders.overrule' },
    });
    order
      .when(edit({ change: 'replace_line', lineId: '2', sku: 'MUG' }), 'staff', 60, wanting('dearer'), STAFF)
      .refused('edit_needs_consent', '/changes/0');
  });

  it('is made where the order comes to no more by it, and the rule asks for dearer ones alone', () => {
    order.when(edit(price(30)), 'staff', 60, wanting('dearer'), STAFF).then('order_edited');
    order.when(edit(price(50)), 'staff', 60, wanting('dearer'), STAFF).refused('edit_needs_consent', '/changes/0');
    order
      .when(
        edit(price(50), { change: 'set_quantity', lineId: '1', quantity: 1 }),
        'staff',
        60,
        wanting('dearer'),
        STAFF,
      )
      .then('order_edited');
  });

  it('is asked for at the stages that the rule names', () => {
    order.when(edit(price(50)), 'staff', 60, wanting('always', ['handling']), STAFF).then('order_edited');
    given(place({ workflow: 'simple', payments: [] }), startHandling)
      .when(edit(price(50)), 'staff', 60, wanting('always', ['handling']), STAFF)
      .refused('edit_needs_consent', '/changes/0');
  });

  it('is made by the buyer, by who may overrule, and by a rule of the house', () => {
    order.when(edit(price(50)), 'shopper', 60, wanting('always'), STAFF).then('order_edited');
    order.when(edit(price(50)), 'staff', 60, wanting('always'), [...STAFF, 'orders.overrule']).then('order_edited');
    order.when(edit(price(50)), 'staff', 60, wanting('always'), ['*']).then('order_edited');
    order.when(edit(price(50)), 'system', 60, wanting('always')).then('order_edited');
  });

  it('is judged by what becomes of the promotions too, however small its changes are', () => {
    const rules = { ...FACTS, editConsents: { promotions: { stages: ['open'], when: 'always' } } } as const;
    const less = edit({ change: 'set_quantity', lineId: '1', quantity: 1 });
    order.when(less, 'staff', 60, rules, STAFF).then('order_edited');
    for (const promotions of ['rerun', 'drop'] as const)
      order.when({ ...less, promotions }, 'staff', 60, rules, STAFF).refused('edit_needs_consent', '/promotions');
    order.when({ ...less, promotions: 'keep' }, 'staff', 60, rules, STAFF).then('order_edited');
  });

  it('is refused where it comes to something else than was said', () => {
    order.when({ ...edit(price(50)), total: 14_501 }).refused('totals_mismatch', '/total');
    order.when({ ...edit(price(50)), total: 14_500 }).then('order_edited');
  });
});
