import { describe, expect, it } from 'vitest';
import { advance, start, takes, type Advance } from './advance.js';
import type { Instance } from './instance.js';
import { BUILT_IN_WORKFLOWS, type BuiltInWorkflow } from './built-in.js';
import type { Domain, Signal, Trigger } from './table.js';

const AT = '2026-03-02T10:00:00.000Z';
const HALF_AN_HOUR = { windowSeconds: 1800, published: [] };

interface Course {
  readonly instances: readonly Instance[];
  /** `Marketplace payment-pending` and so on, in the order in which the steps were entered. */
  readonly entered: string[];
  readonly signals: Signal[];
}

/** Starts an order and lets things happen to it. */
function course(workflow: BuiltInWorkflow, triggers: readonly Trigger[], options = HALF_AN_HOUR): Course {
  const entered: string[] = [];
  const signals: Signal[] = [];
  const keep = (step: Advance) => {
    entered.push(...step.moves.map(({ instance, to }) => `${instance} ${to}`));
    signals.push(...step.signals);
    return step.instances;
  };
  let instances = keep(start(BUILT_IN_WORKFLOWS[workflow], AT, options));
  for (const trigger of triggers) instances = keep(advance(instances, trigger, AT, options));
  return { instances, entered, signals };
}

/** The moves that follow `triggers`, without those before the last one. */
const last = (workflow: BuiltInWorkflow, ...triggers: Trigger[]) => {
  const before = course(workflow, triggers.slice(0, -1)).entered.length;
  return course(workflow, triggers).entered.slice(before);
};

const steps = (domain: Domain, { entered }: Course) =>
  entered.filter((move) => move.startsWith(`${domain} `)).map((move) => move.slice(domain.length + 1));

const M = (...names: string[]) => names.map((name) => `Marketplace ${name}`);
const F = (...names: string[]) => names.map((name) => `Fulfillment ${name}`);

describe('a complete order', () => {
  const IN_WINDOW: Trigger[] = ['payments_approved'];
  const READY: Trigger[] = [...IN_WINDOW, 'window_over'];
  const HANDLING: Trigger[] = [...READY, 'handling_started'];
  const REQUESTED: Trigger[] = [...HANDLING, 'cancellation_asked'];

  it('is accepted by our own stock at once and never waits for the seller', () => {
    expect(course('complete', []).entered).toEqual([
      ...M('order-created', 'on-order-completed'),
      ...F('order-accepted', 'on-order-completed-ffm', 'waiting-ffmt-authorization'),
      ...M('payment-pending'),
    ]);
  });

  it('lives from payment to invoice', () => {
    expect(last('complete', ...IN_WINDOW)).toEqual([
      ...M('approve-payment', 'payment-approved'),
      ...F('authorize-fulfillment', 'window-to-cancel'),
    ]);
    expect(last('complete', ...READY)).toEqual(F('ready-for-handling'));
    expect(last('complete', ...HANDLING)).toEqual(F('start-handling', 'handling'));
    expect(last('complete', ...HANDLING, 'invoiced_fully')).toEqual([
      ...F('invoice', 'invoiced'),
      ...M('invoice', 'invoiced'),
    ]);
  });

  it('tells nobody outside: both sides are in the record', () => {
    expect(course('complete', [...REQUESTED, 'cancellation_confirmed']).signals).toEqual([]);
  });

  it('passes a cancellation window of zero seconds at once', () => {
    expect(course('complete', ['payments_approved'], { windowSeconds: 0, published: [] }).entered.slice(-4)).toEqual([
      ...M('payment-approved'),
      ...F('authorize-fulfillment', 'window-to-cancel', 'ready-for-handling'),
    ]);
  });

  it('goes back to handling and payment-approved after a partial invoice, and on after the one that completes it', () => {
    expect(last('complete', ...HANDLING, 'invoiced_partly')).toEqual([
      ...F('invoice', 'handling'),
      ...M('invoice', 'payment-approved'),
    ]);
    expect(last('complete', ...HANDLING, 'invoiced_partly', 'invoiced_fully')).toEqual([
      ...F('invoice', 'invoiced'),
      ...M('invoice', 'invoiced'),
    ]);
  });

  it.each<[Trigger, string]>([
    ['invoiced_partly', 'handling'],
    ['invoiced_fully', 'invoiced'],
  ])('starts handling with the invoice that comes before it (%s)', (trigger, end) => {
    expect(last('complete', ...READY, trigger).slice(0, 4)).toEqual(F('start-handling', 'handling', 'invoice', end));
  });

  it('is cancelled at once while its payment is pending', () => {
    expect(last('complete', 'cancellation_asked')).toEqual([...M('cancel', 'canceled'), ...F('cancel', 'canceled')]);
  });

  it('is cancelled in the window without a visible request', () => {
    expect(last('complete', ...IN_WINDOW, 'cancellation_asked')).toEqual([
      ...F('cancel', 'canceled'),
      ...M('cancel', 'canceled'),
    ]);
  });

  it.each<[string, Trigger[]]>([
    ['ready for handling', READY],
    ['being handled', HANDLING],
  ])('waits for the decision of the seller when it is already %s', (_, before) => {
    expect(last('complete', ...before, 'cancellation_asked')).toEqual([
      ...F('cancellation-requested'),
      ...M('request-cancel', 'waiting-for-seller-decision'),
    ]);
  });

  it('is cancelled on both sides when the request is confirmed', () => {
    expect(last('complete', ...REQUESTED, 'cancellation_confirmed')).toEqual([
      ...M('cancel', 'canceled'),
      ...F('cancel', 'canceled'),
    ]);
  });

  it.each<[string, Trigger[]]>([
    ['ready-for-handling', READY],
    ['handling', HANDLING],
  ])('goes back to %s when the request is denied', (step, before) => {
    const denied = [...before, 'cancellation_asked', 'cancellation_denied'] as const;
    expect(last('complete', ...denied)).toEqual([
      ...F('cancellation-request-denied-ffm', step),
      ...M('cancellation-request-denied', 'payment-approved'),
    ]);
    expect(course('complete', denied).instances.map((instance) => instance.returnTo)).toEqual([undefined, undefined]);
  });

  it.each<[Trigger, string, string]>([
    ['invoiced_fully', 'invoiced', 'invoiced'],
    ['invoiced_partly', 'handling', 'payment-approved'],
  ])('takes an invoice (%s) during a request for its refusal', (trigger, handling, selling) => {
    expect(last('complete', ...REQUESTED, trigger)).toEqual([
      ...F('invoice-after-cancellation-deny', 'invoice', handling),
      ...M('invoice', selling),
    ]);
  });

  it('is cancelled on both sides when its payment is denied', () => {
    expect(last('complete', 'payment_denied')).toEqual([
      ...M('payment-denied', 'cancel', 'canceled'),
      ...F('cancel', 'canceled'),
    ]);
  });

  it('is cancelled when 30 days brought no payment', () => {
    expect(last('complete', 'deadline_over')).toEqual([...F('cancel', 'canceled'), ...M('cancel', 'canceled')]);
  });

  it('is cancelled when 30 days brought no decision about its request', () => {
    expect(last('complete', ...REQUESTED, 'deadline_over')).toEqual([
      ...M('cancel', 'canceled'),
      ...F('cancel', 'canceled'),
    ]);
  });

  it('takes no second request while one is open', () => {
    const { instances } = course('complete', REQUESTED);
    expect(takes(instances, 'cancellation_asked', [])).toBe(false);
    expect(advance(instances, 'cancellation_asked', AT, HALF_AN_HOUR)).toEqual({
      instances,
      moves: [],
      signals: [],
    });
  });

  it('waits for the approval of a policy that is known at placement, and is then taken by own stock', () => {
    const held = start(BUILT_IN_WORKFLOWS.complete, AT, { ...HALF_AN_HOUR, known: ['policy_pending'] });
    expect(held.instances.map(({ step }) => step)).toEqual([
      'waiting-for-order-authorization',
      'waiting-ffmt-authorization',
    ]);
    expect(advance(held.instances, 'policy_approved', AT, HALF_AN_HOUR).moves.map(({ to }) => to)).toEqual([
      'on-order-completed',
      'payment-pending',
    ]);
  });
});

describe('a marketplace order with a seller elsewhere', () => {
  const PLACED: Trigger[] = ['signal:accepted'];
  const PAID: Trigger[] = [...PLACED, 'payments_approved'];

  it('waits for the seller to accept', () => {
    expect(course('marketplace', []).entered).toEqual(
      M('order-created', 'on-order-completed', 'waiting-for-authorization'),
    );
    expect(last('marketplace', 'signal:accepted')).toEqual(M('payment-pending'));
  });

  it('is cancelled when the seller refuses, who need not be told', () => {
    expect(last('marketplace', 'signal:refused')).toEqual(M('cancel', 'canceled'));
    expect(course('marketplace', ['signal:refused']).signals).toEqual([]);
  });

  it('authorises the seller when it is paid, once', () => {
    expect(course('marketplace', PAID).signals).toEqual(['authorise']);
    const later: Trigger[] = [...PAID, 'signal:invoiced_partly'];
    expect(course('marketplace', later).signals).toEqual(['authorise']);
  });

  it('asks the seller for a cancellation and waits for the answer', () => {
    expect(last('marketplace', ...PAID, 'cancellation_asked')).toEqual(
      M('request-cancel', 'waiting-for-seller-decision'),
    );
    expect(course('marketplace', [...PAID, 'cancellation_asked']).signals).toEqual(['authorise', 'request_cancel']);
  });

  it('does not tell the seller what it has just heard from the seller', () => {
    expect(course('marketplace', [...PAID, 'signal:cancelled']).signals).toEqual(['authorise']);
  });

  it.each<[Trigger, string[]]>([
    ['invoiced_partly', M('invoice', 'payment-approved')],
    ['signal:invoiced_partly', M('invoice', 'payment-approved')],
    ['invoiced_fully', M('invoice', 'invoiced')],
    ['signal:invoiced_fully', M('invoice', 'invoiced')],
  ])('takes the invoices of the seller as a document or as a signal (%s)', (trigger, moves) => {
    expect(last('marketplace', ...PAID, trigger)).toEqual(moves);
  });
});

describe('an order of an outside marketplace', () => {
  it('is cancelled in one call while its window is open, and tells the marketplace', () => {
    const asked: Trigger[] = ['signal:authorise', 'cancellation_asked'];
    expect(last('fulfillment', ...asked)).toEqual(F('cancel', 'canceled'));
    expect(course('fulfillment', asked).signals).toEqual(['accepted', 'cancelled']);
  });

  it('takes a request and a confirmation while it is handled, and tells the marketplace both', () => {
    const asked: Trigger[] = ['signal:authorise', 'window_over', 'handling_started', 'cancellation_asked'];
    expect(last('fulfillment', ...asked)).toEqual(F('cancellation-requested'));
    expect(last('fulfillment', ...asked, 'cancellation_confirmed')).toEqual(F('cancel', 'canceled'));
    expect(course('fulfillment', [...asked, 'cancellation_confirmed']).signals).toEqual([
      'accepted',
      'request_cancel',
      'cancelled',
    ]);
  });
});

describe('the middle of a chain', () => {
  it('passes authorisation down and invoices up', () => {
    const whole = course('chain', [
      'signal:accepted',
      'signal:authorise',
      'signal:invoiced_partly',
      'signal:invoiced_fully',
    ]);
    expect(steps('Chain', whole)).toEqual([
      ...['order-created', 'on-order-completed', 'waiting-for-authorization', 'payment-pending'],
      ...['waiting-for-mkt-authorization', 'payment-approved', 'waiting-seller-handling'],
      ...['invoice', 'payment-approved', 'invoice', 'invoiced'],
    ]);
    expect(whole.signals).toEqual(['accepted', 'authorise', 'invoiced_partly', 'invoiced_fully']);
  });

  it('passes a request for cancellation on without moving, and a cancellation while being cancelled', () => {
    const asked = course('chain', ['signal:accepted', 'signal:authorise', 'signal:request_cancel']);
    expect(asked.instances[0]?.step).toBe('waiting-seller-handling');
    expect(asked.signals.at(-1)).toBe('request_cancel');
    const ended = advance(asked.instances, 'signal:cancelled', AT, HALF_AN_HOUR);
    expect([ended.instances[0]?.step, ended.signals]).toEqual(['canceled', ['cancelled']]);
  });
});

describe('a pair of linked orders joined by signals carried by hand', () => {
  /** Steps that exist because the other side does not answer within the same record. */
  const WAITED_IN = new Set(['waiting-for-authorization', 'request-cancel', 'waiting-for-seller-decision']);

  /** Runs a marketplace and a seller record; what one raises is handed to the other until nothing is left. */
  function pair(triggers: readonly Trigger[]): Record<'Marketplace' | 'Fulfillment', string[]> {
    const records = {
      Marketplace: start(BUILT_IN_WORKFLOWS.marketplace, AT, HALF_AN_HOUR),
      Fulfillment: start(BUILT_IN_WORKFLOWS.fulfillment, AT, HALF_AN_HOUR),
    };
    const entered = { Marketplace: [] as string[], Fulfillment: [] as string[] };
    const carry = (from: 'Marketplace' | 'Fulfillment', step: Advance) => {
      records[from] = step;
      entered[from].push(...step.moves.map(({ to }) => to));
      const to = from === 'Marketplace' ? 'Fulfillment' : 'Marketplace';
      for (const signal of step.signals) {
        carry(to, advance(records[to].instances, `signal:${signal}`, AT, HALF_AN_HOUR));
      }
    };
    carry('Marketplace', records.Marketplace);
    carry('Fulfillment', records.Fulfillment);
    for (const trigger of triggers) {
      const handling = ['handling_started', 'invoiced_partly', 'invoiced_fully', 'cancellation_denied'].includes(
        trigger,
      );
      const order = handling ? (['Fulfillment', 'Marketplace'] as const) : (['Marketplace', 'Fulfillment'] as const);
      const taker = order.find((side) => takes(records[side].instances, trigger, []));
      if (taker !== undefined) carry(taker, advance(records[taker].instances, trigger, AT, HALF_AN_HOUR));
    }
    return entered;
  }

  it.each<[string, Trigger[]]>([
    ['sold and sent', ['payments_approved', 'window_over', 'handling_started', 'invoiced_partly', 'invoiced_fully']],
    ['payment denied', ['payment_denied']],
    ['cancelled in the window', ['payments_approved', 'cancellation_asked']],
    ['cancelled on request', ['payments_approved', 'window_over', 'cancellation_asked', 'cancellation_confirmed']],
    [
      'denied, then sent',
      ['payments_approved', 'window_over', 'cancellation_asked', 'cancellation_denied', 'invoiced_fully'],
    ],
    [
      'sent all the same',
      ['payments_approved', 'window_over', 'handling_started', 'cancellation_asked', 'invoiced_fully'],
    ],
    ['undecided', ['payments_approved', 'window_over', 'cancellation_asked', 'deadline_over']],
    ['never paid', ['deadline_over']],
  ])('moves as one complete order does: %s', (_, triggers) => {
    const joined = pair(triggers);
    const whole = course('complete', triggers);
    const answered = (names: string[]) => names.filter((name) => !WAITED_IN.has(name));
    expect(answered(joined.Marketplace)).toEqual(answered(steps('Marketplace', whole)));
    expect(joined.Fulfillment).toEqual(steps('Fulfillment', whole));
  });
});

describe('a simple order', () => {
  it.each<[string, Trigger[], string[]]>([
    [
      'is handled, sent and delivered',
      ['handling_started', 'packages_sent_fully', 'all_delivered'],
      ['processing', 'shipped', 'delivered'],
    ],
    [
      'is sent in parts',
      ['handling_started', 'packages_sent_partly', 'packages_sent_partly', 'packages_sent_fully'],
      ['processing', 'partially_shipped', 'shipped'],
    ],
    [
      'is closed short',
      ['handling_started', 'packages_sent_partly', 'closed_short'],
      ['processing', 'partially_shipped', 'shipped'],
    ],
    ['is handed over the counter', ['packages_sent_fully'], ['shipped']],
    ['cannot be sent in part before it is confirmed', ['packages_sent_partly'], []],
    ['may be paid at any time', ['payments_approved'], []],
    ['is cancelled while pending', ['cancellation_asked'], ['cancelled']],
    ['is cancelled when its payment is denied', ['payment_denied'], ['cancelled']],
    ['is cancelled while processing', ['handling_started', 'cancellation_asked'], ['processing', 'cancelled']],
    [
      'is not cancelled once a part is sent',
      ['handling_started', 'packages_sent_partly', 'cancellation_asked'],
      ['processing', 'partially_shipped'],
    ],
    [
      'is cancelled and refunded before it is sent',
      ['handling_started', 'refunded_fully'],
      ['processing', 'cancelled', 'refunded'],
    ],
    [
      'stays partially shipped when money goes back',
      ['handling_started', 'packages_sent_partly', 'refunded_fully'],
      ['processing', 'partially_shipped'],
    ],
    ['is refunded after it was sent', ['packages_sent_fully', 'refunded_fully'], ['shipped', 'refunded']],
    [
      'is refunded after delivery',
      ['packages_sent_fully', 'all_delivered', 'refunded_fully'],
      ['shipped', 'delivered', 'refunded'],
    ],
    ['is refunded after cancellation', ['cancellation_asked', 'refunded_fully'], ['cancelled', 'refunded']],
    [
      'stays refunded',
      ['packages_sent_fully', 'refunded_fully', 'all_delivered', 'cancellation_asked'],
      ['shipped', 'refunded'],
    ],
  ])('%s', (_, triggers, expected) => {
    expect(steps('Marketplace', course('simple', triggers))).toEqual(['pending', ...expected]);
  });
});

describe('a freely labelled order', () => {
  it('takes any label after any other, and ignores one that the dictionary does not have', () => {
    const triggers: Trigger[] = ['set:Completed', 'set:Pending', 'set:Cancelled', 'set:New', 'set:Nonsense', 'set:New'];
    expect(steps('Marketplace', course('free', triggers))).toEqual(['New', 'Completed', 'Pending', 'Cancelled', 'New']);
  });

  it('is labelled Cancelled when it is cancelled, and by nothing else that happens to it', () => {
    const triggers: Trigger[] = ['payments_approved', 'packages_sent_fully', 'invoiced_fully', 'cancellation_asked'];
    expect(steps('Marketplace', course('free', triggers))).toEqual(['New', 'Cancelled']);
  });
});
