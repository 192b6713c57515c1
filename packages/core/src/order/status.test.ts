import { describe, expect, it } from 'vitest';
import { advance, start } from '../workflow/advance.js';
import { BUILT_IN_TABLES, BUILT_IN_WORKFLOWS, type BuiltInWorkflow } from '../workflow/built-in.js';
import type { Instance } from '../workflow/instance.js';
import type { Trigger } from '../workflow/table.js';
import { orionStatusOf, statusLabel, statusOf, virtoStatusOf, vtexStatusOf, type StatusFacts } from './status.js';

const AT = '2026-03-02T10:00:00.000Z';
const NONE: StatusFacts = { cancelled: false, paid: false, sent: 'nothing', delivered: false, refunded: false };

const standing = (workflow: BuiltInWorkflow, ...triggers: Trigger[]): readonly Instance[] => {
  const options = { windowSeconds: 1800, published: [] };
  return triggers.reduce(
    (instances, trigger) => advance(instances, trigger, AT, options).instances,
    start(BUILT_IN_WORKFLOWS[workflow], AT, options).instances,
  );
};

const READY: Trigger[] = ['payments_approved', 'window_over'];

describe('the status that a complete order shows', () => {
  it.each<[string, Trigger[]]>([
    ['payment-pending', []],
    ['window-to-cancel', ['payments_approved']],
    ['ready-for-handling', READY],
    ['handling', [...READY, 'handling_started']],
    ['handling', [...READY, 'invoiced_partly']],
    ['waiting-for-seller-decision', [...READY, 'cancellation_asked']],
    ['ready-for-handling', [...READY, 'cancellation_asked', 'cancellation_denied']],
    ['invoiced', [...READY, 'invoiced_fully']],
    ['canceled', ['cancellation_asked']],
  ])('is %s after %j', (status, triggers) => {
    expect(statusOf(standing('complete', ...triggers))).toBe(status);
  });

  it('is null, never empty, while no workflow runs', () => {
    expect(statusOf([])).toBeNull();
    expect(vtexStatusOf([], NONE)).toBeNull();
  });

  it('is the step itself where there is one side only', () => {
    const paid = standing('marketplace', 'signal:accepted', 'payments_approved');
    expect([statusOf(paid), statusOf(standing('fulfillment'))]).toEqual([
      'payment-approved',
      'waiting-ffmt-authorization',
    ]);
  });
});

describe('the three vocabularies', () => {
  it.each<[string, BuiltInWorkflow, Trigger[], Partial<StatusFacts>, [string | null, string, string]]>([
    ['unpaid', 'complete', [], {}, ['payment-pending', 'pending', 'Not paid']],
    ['paid', 'complete', ['payments_approved'], { paid: true }, ['window-to-cancel', 'processing', 'Processing']],
    [
      'asked to cancel',
      'complete',
      [...READY, 'cancellation_asked'],
      { paid: true },
      ['waiting-for-seller-decision', 'processing', 'Processing'],
    ],
    [
      'invoiced, not sent',
      'complete',
      [...READY, 'invoiced_fully'],
      { paid: true },
      ['invoiced', 'processing', 'Ready to send'],
    ],
    [
      'sent in part',
      'complete',
      [...READY, 'invoiced_partly'],
      { paid: true, sent: 'partly' },
      ['handling', 'partially_shipped', 'Partially sent'],
    ],
    [
      'sent',
      'complete',
      [...READY, 'invoiced_fully'],
      { paid: true, sent: 'fully' },
      ['invoiced', 'shipped', 'Completed'],
    ],
    [
      'delivered',
      'complete',
      [...READY, 'invoiced_fully'],
      { paid: true, sent: 'fully', delivered: true },
      ['invoiced', 'delivered', 'Completed'],
    ],
    [
      'returned and refunded',
      'complete',
      [...READY, 'invoiced_fully'],
      { paid: true, sent: 'fully', delivered: true, refunded: true },
      ['invoiced', 'refunded', 'Completed'],
    ],
    ['cancelled', 'complete', ['cancellation_asked'], { cancelled: true }, ['canceled', 'cancelled', 'Cancelled']],
    ['simple, unpaid', 'simple', [], {}, ['payment-pending', 'pending', 'Not paid']],
    ['simple, paid', 'simple', [], { paid: true }, ['ready-for-handling', 'pending', 'Pending']],
    ['simple, confirmed', 'simple', ['handling_started'], {}, ['handling', 'processing', 'Processing']],
    [
      'simple, in part',
      'simple',
      ['handling_started', 'packages_sent_partly'],
      { sent: 'partly' },
      ['handling', 'partially_shipped', 'Partially sent'],
    ],
    ['simple, sent', 'simple', ['packages_sent_fully'], { sent: 'fully' }, ['invoiced', 'shipped', 'Completed']],
    [
      'simple, delivered',
      'simple',
      ['packages_sent_fully', 'all_delivered'],
      { sent: 'fully', delivered: true },
      ['invoiced', 'delivered', 'Completed'],
    ],
    [
      'simple, cancelled',
      'simple',
      ['cancellation_asked'],
      { cancelled: true },
      ['canceled', 'cancelled', 'Cancelled'],
    ],
    [
      'simple, refunded unsent',
      'simple',
      ['handling_started', 'refunded_fully'],
      { refunded: true },
      ['canceled', 'refunded', 'Cancelled'],
    ],
    [
      'simple, refunded after sending',
      'simple',
      ['packages_sent_fully', 'refunded_fully'],
      { sent: 'fully', refunded: true },
      ['invoiced', 'refunded', 'Completed'],
    ],
    [
      'free, a label says less than a document',
      'free',
      ['set:Pending'],
      { sent: 'fully' },
      ['invoiced', 'shipped', 'Pending'],
    ],
    ['free, cancelled', 'free', ['set:Cancelled'], {}, ['canceled', 'cancelled', 'Cancelled']],
    ['free, ready to send', 'free', ['set:Ready to send'], { paid: true }, ['handling', 'processing', 'Ready to send']],
  ])('%s', (_, workflow, triggers, facts, expected) => {
    const instances = standing(workflow, ...triggers);
    const known = { ...NONE, ...facts };
    expect([vtexStatusOf(instances, known), orionStatusOf(instances, known), virtoStatusOf(instances, known)]).toEqual(
      expected,
    );
  });

  it('have a word for an incomplete order', () => {
    expect([orionStatusOf([], NONE), virtoStatusOf([], NONE)]).toEqual(['pending', 'New']);
    expect([orionStatusOf([], { ...NONE, cancelled: true }), virtoStatusOf([], { ...NONE, cancelled: true })]).toEqual([
      'cancelled',
      'Cancelled',
    ]);
  });

  it('have a word for every step of every workflow', () => {
    const vtexSteps = BUILT_IN_TABLES.filter(({ name }) => name !== 'simple' && name !== 'free').flatMap(({ steps }) =>
      Object.keys(steps),
    );
    for (const { name, version, domain, steps } of BUILT_IN_TABLES) {
      for (const step of Object.keys(steps)) {
        const instances: Instance[] = [{ domain, table: name, version, step, since: AT }];
        expect(vtexSteps).toContain(vtexStatusOf(instances, NONE));
        expect(orionStatusOf(instances, NONE)).toMatch(
          /^(pending|processing|partially_shipped|shipped|delivered|cancelled|refunded)$/,
        );
        expect(virtoStatusOf(instances, NONE)).toMatch(
          /^(New|Not paid|Pending|Processing|Ready to send|Cancelled|Partially sent|Completed)$/,
        );
      }
    }
  });
});

it('reads every step as staff know it, and an unknown one as it is written', () => {
  expect(['handling', 'partially_shipped', 'New', 'ship-by-night', null].map((step) => statusLabel(step, []))).toEqual([
    ...['Handling shipping', 'Partially shipped', 'New', 'ship-by-night', 'Incomplete'],
  ]);
});
