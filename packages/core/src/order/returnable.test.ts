import { describe, expect, it } from 'vitest';
import { decide } from './decide.js';
import { approve, FACTS, given, type History, NOON, place, startHandling } from './given.test-support.js';
import { plusSeconds } from './instant.js';
import { isRefusal } from './refusals.js';
import { returnState } from './return.js';
import { policyOf, returnableOf, type ReturnPolicy, USUAL_POLICY } from './returnable.js';
import { ask, authorise, delivered, orderOf, returnOf, send } from './returned.test-support.js';

describe('what may come back', () => {
  it('T16: of 5 ordered, 4 delivered and 2 held by a request that waits, 3 more are refused and 2 are available', () => {
    const lines = [{ sku: 'MUG', quantity: 5 }];
    const partly = given(
      place({
        workflow: 'simple',
        lines,
        deliveries: [],
        total: 20_000,
        payments: [{ method: 'card', amount: 20_000 }],
      }),
      approve,
      startHandling,
      send([{ lineId: '1', quantity: 4 }]),
      { type: 'track_package', packageId: '1', delivered: true },
      ask('1', 2),
    );
    const { answer } = partly.when(ask('1', 3)).refused('return_quantity_unavailable', '/items/0/quantity');
    expect(answer).toMatchObject({ details: { available: 2, asked: 3 } });
    partly.when(ask('1', 2)).then('return_requested');
  });

  it('T17: of 2 asked for 1 is authorised; the other may be asked for again', () => {
    const partly = delivered()
      .when(ask('1', 2))
      .history.when(authorise('1', { items: [{ lineId: '1', quantity: 1 }] })).history;
    expect(returnState(returnOf(partly))).toBe('partly_authorised');
    partly.when(ask('1', 2)).refused('return_quantity_unavailable');
    partly.when(ask('1', 1)).then('return_requested');
  });

  const eligibility: readonly [string, () => History, Partial<ReturnPolicy>, number, string | null][] = [
    [
      'a store that takes no returns',
      () => delivered(),
      { enabled: false, statuses: [], windowDays: 0 },
      90,
      'returns_disabled',
    ],
    ['an order in another status', () => given(place()), { statuses: ['delivered'] }, 0, 'order_status_not_allowed'],
    ['a line that was cancelled', () => closedShort(), {}, 0, 'line_cancelled'],
    ['goods that have not arrived', () => given(place()), {}, 0, 'not_delivered'],
    [
      'a parcel that is under way',
      () => given(place({ workflow: 'simple' }), approve, startHandling, send()),
      {},
      90,
      'not_delivered',
    ],
    [
      '30 days and more after the delivery',
      () => delivered().when(ask('2', 1)).history,
      {},
      31,
      'outside_return_window',
    ],
    ['14 days where the policy says so', () => delivered(), { windowDays: 14 }, 15, 'outside_return_window'],
    ['pieces that are all in a return', () => delivered().when(ask('2', 1)).history, {}, 0, 'nothing_left_to_return'],
    ['what arrived and is free', () => delivered(), { statuses: ['shipped', 'delivered'] }, 29, null],
  ];
  /** Line 2 never left: it was given up. */
  const closedShort = (): History =>
    given(
      place({ workflow: 'simple' }),
      approve,
      startHandling,
      send([{ lineId: '1', quantity: 2 }]),
      { type: 'close_short' },
      { type: 'mark_delivered' },
    );

  it.each(eligibility)('T18: is decided for %s', (_, history, policy, days, code) => {
    const order = orderOf(history());
    const at = new Date(Date.parse(order.head.deliveredAt ?? NOON) + days * 86_400_000).toISOString();
    const [, line] = returnableOf(order, { ...USUAL_POLICY, ...policy }, at);
    expect(line?.refused).toBe(code);
  });

  const asked: readonly [string, () => History, Partial<ReturnPolicy>, number][] = [
    ['returns_disabled', () => delivered({ store: 'outlet' }), { enabled: false }, 0],
    ['order_status_not_allowed', () => delivered(), { statuses: ['shipped'] }, 0],
    ['line_cancelled', () => closedShort(), {}, 0],
    ['not_delivered', () => given(place()), {}, 0],
    ['outside_return_window', () => delivered(), { windowDays: 14 }, 15],
    ['nothing_left_to_return', () => delivered().when(ask('2', 1)).history, {}, 0],
  ];

  it.each(asked)(
    'T18: a request is refused with %s, and staff go past policy and never past pieces',
    (code, history, policy, days) => {
      const { order, at } = history();
      const facts = {
        ...FACTS,
        returns: { ...FACTS.returns, policies: [{ store: null, ...USUAL_POLICY, ...policy }] },
      };
      const context = {
        at: plusSeconds(at, days * 86_400),
        actor: { kind: 'staff', id: 'staff:ana' },
        reason: 'test',
      } as const;
      const answer = (exception: object) => decide(order, { ...ask('2', 1), ...exception }, facts, context);
      expect(answer({})).toMatchObject({ refused: code });
      const isPolicy = ['returns_disabled', 'order_status_not_allowed', 'outside_return_window'].includes(code);
      expect(isRefusal(answer({ exception: 'a good customer' }))).toBe(!isPolicy);
    },
  );

  it('is policy of the store, else of the account, else the usual one', () => {
    const of = (store: string | null, windowDays: number) => ({ store, enabled: true, windowDays, statuses: null });
    expect(policyOf('outlet', [of(null, 14), of('outlet', 60)]).windowDays).toBe(60);
    expect(policyOf('default', [of(null, 14), of('outlet', 60)]).windowDays).toBe(14);
    expect(policyOf('default', [of('outlet', 60)])).toEqual(USUAL_POLICY);
  });

  it('runs from the last of the goods: where a parcel is under way, the period has not begun to end', () => {
    const first = given(place({ workflow: 'simple' }), approve, startHandling, send([{ lineId: '1', quantity: 2 }]), {
      type: 'track_package',
      packageId: '1',
      delivered: true,
    });
    const late = '2026-06-01T00:00:00.000Z';
    expect(returnableOf(orderOf(first), USUAL_POLICY, late)[0]).toMatchObject({
      available: 2,
      until: null,
      refused: null,
    });
    const all = first.when(send()).history.when({ type: 'track_package', packageId: '2', delivered: true }).history;
    expect(returnableOf(orderOf(all), USUAL_POLICY, all.at)[0]?.until).toBe(
      new Date(Date.parse(all.at) + 30 * 86_400_000).toISOString(),
    );
  });
});
