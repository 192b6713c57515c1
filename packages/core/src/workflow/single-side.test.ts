import { describe, expect, it } from 'vitest';
import { advance } from './advance.js';
import type { Instance } from './instance.js';
import type { Signal, Trigger } from './table.js';

const AT = '2026-03-02T10:00:00.000Z';
const HALF_AN_HOUR = { windowSeconds: 1800, published: [] };

describe('a single side, standing at a step', () => {
  const standingAt = (table: 'marketplace' | 'fulfillment' | 'chain', step: string): Instance[] => {
    const domains = { marketplace: 'Marketplace', fulfillment: 'Fulfillment', chain: 'Chain' } as const;
    const returnTo = step === 'cancellation-requested' ? { returnTo: 'handling' } : {};
    return [{ domain: domains[table], table, version: 1, step, since: AT, ...returnTo }];
  };
  const CANCELLED = ['cancel', 'canceled'];
  const ASKED = ['request-cancel', 'waiting-for-seller-decision'];

  it.each<['marketplace' | 'fulfillment' | 'chain', string, Trigger, string[], Signal[]]>([
    ['marketplace', 'waiting-for-order-authorization', 'policy_denied', CANCELLED, ['cancelled']],
    ['marketplace', 'waiting-for-order-authorization', 'cancellation_asked', CANCELLED, ['cancelled']],
    ['marketplace', 'waiting-for-order-authorization', 'signal:cancelled', CANCELLED, []],
    ['marketplace', 'waiting-for-authorization', 'cancellation_asked', CANCELLED, ['cancelled']],
    ['marketplace', 'waiting-for-authorization', 'signal:cancelled', CANCELLED, []],
    ['marketplace', 'payment-pending', 'signal:cancelled', CANCELLED, []],
    ['marketplace', 'payment-pending', 'replaced', ['replaced'], ['cancelled']],
    ['marketplace', 'payment-pending', 'payment_change_offered', ['window-to-change-payment'], []],
    [
      'marketplace',
      'window-to-change-payment',
      'payments_approved',
      ['approve-payment', 'payment-approved'],
      ['authorise'],
    ],
    ['marketplace', 'window-to-change-payment', 'payment_denied', ['payment-denied', ...CANCELLED], ['cancelled']],
    ['marketplace', 'window-to-change-payment', 'cancellation_asked', CANCELLED, ['cancelled']],
    ['marketplace', 'window-to-change-payment', 'signal:cancelled', CANCELLED, []],
    ['marketplace', 'payment-approved', 'signal:request_cancel', ASKED, []],
    ['marketplace', 'payment-approved', 'picking_done', ['ready-for-invoicing'], []],
    ['marketplace', 'ready-for-invoicing', 'cancellation_asked', ASKED, ['request_cancel']],
    ['marketplace', 'ready-for-invoicing', 'signal:request_cancel', ASKED, []],
    ['marketplace', 'ready-for-invoicing', 'signal:invoiced_fully', ['invoice', 'invoiced'], []],
    ['marketplace', 'window-to-change-seller', 'signal:invoiced_partly', ['invoice', 'payment-approved'], []],
    ['marketplace', 'window-to-change-seller', 'signal:invoiced_fully', ['invoice', 'invoiced'], []],
    ['marketplace', 'window-to-change-seller', 'new_seller_accepted', ['payment-approved'], ['authorise']],
    ['marketplace', 'window-to-change-seller', 'seller_change_window_over', CANCELLED, ['cancelled']],
    ['marketplace', 'window-to-change-seller', 'cancellation_asked', CANCELLED, ['cancelled']],
    [
      'marketplace',
      'waiting-for-seller-decision',
      'signal:cancel_denied',
      ['cancellation-request-denied', 'payment-approved'],
      [],
    ],
    [
      'marketplace',
      'waiting-for-seller-decision',
      'cancellation_denied',
      ['cancellation-request-denied', 'payment-approved'],
      ['cancel_denied'],
    ],
    [
      'fulfillment',
      'waiting-for-manual-authorization',
      'manually_authorised',
      ['waiting-ffmt-authorization'],
      ['accepted'],
    ],
    ['fulfillment', 'waiting-for-manual-authorization', 'manually_refused', CANCELLED, ['refused']],
    ['fulfillment', 'waiting-for-fulfillment', 'deadline_over', CANCELLED, ['cancelled']],
    [
      'fulfillment',
      'waiting-ffmt-authorization',
      'manually_released',
      ['authorize-fulfillment', 'window-to-cancel'],
      [],
    ],
    ['fulfillment', 'window-to-cancel', 'signal:cancelled', CANCELLED, []],
    ['fulfillment', 'handling', 'signal:cancelled', CANCELLED, []],
    ['fulfillment', 'handling', 'signal:request_cancel', ['cancellation-requested'], []],
    ['fulfillment', 'cancellation-requested', 'signal:cancelled', CANCELLED, []],
    [
      'fulfillment',
      'cancellation-requested',
      'signal:cancel_denied',
      ['cancellation-request-denied-ffm', 'handling'],
      [],
    ],
    ['chain', 'waiting-for-authorization', 'signal:refused', CANCELLED, ['refused']],
    ['chain', 'waiting-for-authorization', 'signal:request_cancel', [], ['request_cancel']],
    ['chain', 'waiting-for-authorization', 'signal:cancelled', CANCELLED, ['cancelled']],
    ['chain', 'payment-approved', 'signal:cancel_denied', [], ['cancel_denied']],
  ])('%s: %s on %s', (table, step, trigger, entered, signals) => {
    const run = advance(standingAt(table, step), trigger, AT, HALF_AN_HOUR);
    expect([run.moves.map(({ to }) => to), run.signals]).toEqual([entered, signals]);
  });
});
