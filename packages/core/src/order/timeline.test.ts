import { describe, expect, it } from 'vitest';
import { BUILT_IN_TABLES } from '../workflow/built-in.js';
import { shopperTimeline, timelineOf, type TravellingPart } from './timeline.js';

const AT = '2026-03-02T10:00:00.000Z';
const TOMORROW = '2026-03-03T00:00:00.000Z';
const YESTERDAY = '2026-03-01T00:00:00.000Z';

const part = (over: Partial<TravellingPart> = {}): TravellingPart => ({
  packageId: null,
  channel: 'delivery',
  estimate: null,
  courier: { hasEvents: false, finished: false },
  ...over,
});
const REPORTED = { hasEvents: true, finished: false };
const FINISHED = { hasEvents: true, finished: true };

const stage = (number: 1 | 2 | 3 | 4 | 5, status: string | null, of: TravellingPart) => {
  const { trigger, label, state } = timelineOf(status, of, AT).stages[number - 1]!;
  return { trigger, label, state };
};

describe.each(['delivery', 'pickup-in-point'] as const)('an order for %s, stages 1 to 3', (channel) => {
  it.each<[1 | 2 | 3, string, string, string, (string | null)[]]>([
    [1, 'order.progress.confirmOrder', 'Place order', 'next', [null, 'order-create-error', 'order-creation-error']],
    [
      1,
      'order.progress.confirmingOrder',
      'Placing order',
      'current',
      ['order-created', 'order-completed', 'on-order-completed', 'order-accepted', 'on-order-completed-ffm'],
    ],
    [
      1,
      'order.progress.orderConfirmed',
      'Order placed',
      'done',
      [
        'waiting-for-authorization',
        'waiting-for-order-authorization',
        'payment-pending',
        'payment-approved',
        'handling',
        'invoiced',
      ],
    ],
    [
      2,
      'order.progress.approvePayment',
      'Approve payment',
      'next',
      [
        null,
        'order-created',
        'order-completed',
        'on-order-completed',
        'waiting-for-authorization',
        'waiting-for-order-authorization',
      ],
    ],
    [
      2,
      'order.progress.approvingPayment',
      'Approving payment',
      'current',
      ['payment-pending', 'approve-payment', 'window-to-change-payment'],
    ],
    [
      2,
      'order.progress.paymentApproved',
      'Payment approved',
      'done',
      ['payment-approved', 'window-to-cancel', 'handling', 'invoice', 'invoiced'],
    ],
    [
      3,
      'order.progress.handleShipping',
      'Handle order',
      'next',
      [null, 'order-created', 'on-order-completed', 'waiting-for-authorization', 'payment-pending', 'approve-payment'],
    ],
    [
      3,
      'order.progress.handlingShipping',
      'Handling order',
      'current',
      [
        ...[
          'window-to-cancel',
          'payment-approved',
          'ready-for-handling',
          'authorize-fulfillment',
          'release-to-fulfillment',
          'handling',
          'invoice',
        ],
        ...[
          'window-to-change-seller',
          'waiting-ffmt-authorization',
          'waiting-for-mkt-authorization',
          'waiting-seller-handling',
          'start-handling',
          'ready-for-invoicing',
        ],
        ...['request-cancel', 'waiting-for-seller-decision', 'cancellation-requested', 'a-status-of-tomorrow'],
      ],
    ],
    [3, 'order.progress.shippingHandled', 'Package handled', 'done', ['invoiced']],
  ])('stage %i shows %s (%s)', (number, trigger, label, state, statuses) => {
    for (const status of statuses)
      expect(stage(number, status, part({ channel })), `${status}`).toEqual({ trigger, label, state });
  });
});

describe('stage 4 of a delivery', () => {
  it.each<[string, string, string, string, string, TravellingPart]>([
    ['is ahead until the invoice', 'handling', 'order.progress.deliverToCarrier', 'Deliver to carrier', 'next', part()],
    [
      'is ahead though a package has a label',
      'handling',
      'order.progress.deliverToCarrier',
      'Deliver to carrier',
      'next',
      part({ courier: REPORTED }),
    ],
    ['goes on once invoiced', 'invoiced', 'order.progress.delivering', 'Delivering to carrier', 'current', part()],
    [
      'is done when the carrier reports',
      'invoiced',
      'order.progress.delivered',
      'Delivered to carrier',
      'done',
      part({ courier: REPORTED }),
    ],
    [
      'is done when it has arrived',
      'invoiced',
      'order.progress.delivered',
      'Delivered to carrier',
      'done',
      part({ courier: { hasEvents: false, finished: true } }),
    ],
  ])('%s', (_, status, trigger, label, state, of) => {
    expect(stage(4, status, of)).toEqual({ trigger, label, state });
  });
});

describe('stage 4 of a pickup', () => {
  it.each<[string, string, string, string, string, Partial<TravellingPart>]>([
    ['is ahead until the invoice', 'handling', 'order.progress.deliverToPickup', 'Ship to pickup point', 'next', {}],
    [
      'goes on once invoiced',
      'invoiced',
      'order.progress.deliveringToPickup',
      'Shipping to pickup point',
      'current',
      {},
    ],
    [
      'is done when the carrier reports',
      'invoiced',
      'order.progress.deliveredToPickup',
      'Shipped to pickup point',
      'done',
      { courier: REPORTED },
    ],
  ])('%s', (_, status, trigger, label, state, over) => {
    expect(stage(4, status, part({ channel: 'pickup-in-point', ...over }))).toEqual({ trigger, label, state });
  });
});

describe('stage 5 of a delivery', () => {
  it.each<[string, string, string, string, string, Partial<TravellingPart>]>([
    [
      'is ahead before the invoice, whatever the carrier says',
      'handling',
      'order.progress.ship',
      'Ship order',
      'next',
      { courier: FINISHED },
    ],
    ['is ahead until the carrier reports', 'invoiced', 'order.progress.ship', 'Ship order', 'next', {}],
    [
      'goes on once the carrier reports',
      'invoiced',
      'order.progress.shipping',
      'Shipping order',
      'current',
      { courier: REPORTED },
    ],
    ['is done on arrival', 'invoiced', 'order.progress.shipped', 'Order shipped', 'done', { courier: FINISHED }],
    [
      'is done on arrival without any report',
      'invoiced',
      'order.progress.shipped',
      'Order shipped',
      'done',
      { courier: { hasEvents: false, finished: true } },
    ],
  ])('%s', (_, status, trigger, label, state, over) => {
    expect(stage(5, status, part(over))).toEqual({ trigger, label, state });
  });
});

describe('stage 5 of a pickup', () => {
  it.each<[string, string, string, string, string, Partial<TravellingPart>]>([
    [
      'is ahead before the invoice, even when the estimate is past',
      'handling',
      'order.progress.pickup',
      'Pickup',
      'next',
      { estimate: YESTERDAY },
    ],
    [
      'is ahead until the day that was promised',
      'invoiced',
      'order.progress.pickup',
      'Pickup',
      'next',
      { estimate: TOMORROW },
    ],
    [
      'reads an estimate with an offset as the instant it is',
      'invoiced',
      'order.progress.pickup',
      'Pickup',
      'next',
      { estimate: '2026-03-02T08:00:00-03:00' },
    ],
    [
      'is open when nobody promised a day',
      'invoiced',
      'order.state.ready-for-pickup',
      'Ready for pickup',
      'current',
      {},
    ],
    [
      'is open from the day that was promised',
      'invoiced',
      'order.state.ready-for-pickup',
      'Ready for pickup',
      'current',
      { estimate: YESTERDAY },
    ],
    [
      'is done when it was picked up, though early',
      'invoiced',
      'order.state.pickedUp',
      'Picked up',
      'done',
      { estimate: TOMORROW, courier: FINISHED },
    ],
  ])('%s', (_, status, trigger, label, state, over) => {
    expect(stage(5, status, part({ channel: 'pickup-in-point', ...over }))).toEqual({ trigger, label, state });
  });
});

describe('a mixed basket', () => {
  const CHANNELS = [
    { channel: 'delivery', estimate: null },
    { channel: 'pickup-in-point', estimate: TOMORROW },
  ] as const;
  const shown = (packages: TravellingPart[]) => {
    const timeline = shopperTimeline('invoiced', CHANNELS, packages, AT);
    if ('ended' in timeline) throw new Error('the order has not ended');
    return timeline.timelines.map(({ channel, packageId, stages }) => [channel, packageId, stages[4].label]);
  };

  it('has one timeline for each channel before anything is packed', () => {
    expect(shown([])).toEqual([
      ['delivery', null, 'Ship order'],
      ['pickup-in-point', null, 'Pickup'],
    ]);
  });

  it('has one for each package', () => {
    const packages = [
      part({ packageId: 'a', courier: FINISHED }),
      part({ packageId: 'b', courier: REPORTED }),
      part({ packageId: 'c', channel: 'pickup-in-point' }),
    ];
    expect(shown(packages)).toEqual([
      ['delivery', 'a', 'Order shipped'],
      ['delivery', 'b', 'Shipping order'],
      ['pickup-in-point', 'c', 'Ready for pickup'],
    ]);
  });

  it('keeps the timeline of a channel that is not packed yet', () => {
    expect(shown([part({ packageId: 'a' })])).toEqual([
      ['delivery', 'a', 'Ship order'],
      ['pickup-in-point', null, 'Pickup'],
    ]);
  });
});

describe('an order that has ended unsent', () => {
  it.each([
    ['canceled', 'Canceled'],
    ['cancel', 'Canceled'],
    ['payment-denied', 'Canceled'],
    ['replaced', 'Replaced'],
  ])('%s shows the one label %s', (status, ended) => {
    expect(shopperTimeline(status, [{ channel: 'delivery', estimate: null }], [part()], AT)).toEqual({ ended });
  });
});

it('never goes back: no stage has begun before the one in front of it is done', () => {
  const statuses = [null, ...BUILT_IN_TABLES.flatMap(({ steps }) => Object.keys(steps))];
  const rank = { next: 0, current: 1, done: 2 };
  for (const status of statuses) {
    for (const channel of ['delivery', 'pickup-in-point'] as const) {
      for (const courier of [REPORTED, FINISHED, part().courier]) {
        const [placing, paying, handling, handing] = timelineOf(status, part({ channel, courier }), AT).stages.map(
          ({ state }) => rank[state],
        );
        for (const [before, after] of [
          [placing, paying],
          [paying, handling],
          [handling, handing],
        ] as const) {
          if (after !== 0) expect(before, `${status}`).toBe(2);
        }
      }
    }
  }
});
