import { describe, expect, it } from 'vitest';
import type { CommandName } from '../order/commands.js';
import { advance, start } from './advance.js';
import type { Instance } from './instance.js';
import { permits, type Permission } from './permits.js';
import { EVERYWHERE } from './roles.js';
import { BUILT_IN_WORKFLOWS, type BuiltInWorkflow } from './built-in.js';
import type { Actor, Trigger } from './table.js';

const AT = '2026-03-02T10:00:00.000Z';
const WINDOW = { windowSeconds: 1800, published: [] };

const standing = (workflow: BuiltInWorkflow, ...triggers: Trigger[]): readonly Instance[] =>
  triggers.reduce(
    (instances, trigger) => advance(instances, trigger, AT, WINDOW).instances,
    start(BUILT_IN_WORKFLOWS[workflow], AT, WINDOW).instances,
  );

const PAID: Trigger[] = ['payments_approved'];
const READY: Trigger[] = [...PAID, 'window_over'];
const REQUESTED: Trigger[] = [...READY, 'cancellation_asked'];
const INVOICED: Trigger[] = [...READY, 'invoiced_fully'];

describe('a complete order', () => {
  it.each<[string, Trigger[], CommandName, Actor, Permission]>([
    ['its payment is approved by the provider', [], 'approve_payment', 'payment_provider', 'yes'],
    ['its payment is not approved by the shopper', [], 'approve_payment', 'shopper', 'not_this_actor'],
    ['it is not paid twice', PAID, 'approve_payment', 'payment_provider', 'not_in_this_step'],
    ['it is not handled before it is paid', [], 'start_handling', 'staff', 'not_in_this_step'],
    ['it is not released to be handled by a command', [], 'authorise_fulfilment', 'marketplace', 'not_in_this_step'],
    ['it is not handled in its cancellation window', PAID, 'start_handling', 'staff', 'not_in_this_step'],
    ['it is not invoiced in its cancellation window', PAID, 'issue_invoice', 'staff', 'not_in_this_step'],
    ['the window is ended by its clock', PAID, 'end_cancellation_window', 'system', 'yes'],
    ['the window is not ended by staff', PAID, 'end_cancellation_window', 'staff', 'not_this_actor'],
    ['the shopper cancels in the window', PAID, 'request_cancellation', 'shopper', 'yes'],
    ['the shopper asks while it is handled', READY, 'request_cancellation', 'shopper', 'yes'],
    ['nobody asks twice', REQUESTED, 'request_cancellation', 'staff', 'not_in_this_step'],
    ['staff confirm a request', REQUESTED, 'confirm_cancellation', 'staff', 'yes'],
    ['the shopper does not confirm a request', REQUESTED, 'confirm_cancellation', 'shopper', 'not_this_actor'],
    ['the seller denies a request', REQUESTED, 'deny_cancellation', 'seller', 'yes'],
    ['the marketplace does not deny a request', REQUESTED, 'deny_cancellation', 'marketplace', 'not_this_actor'],
    ['a request has a deadline', REQUESTED, 'end_deadline', 'system', 'yes'],
    ['an invoice may overtake a request', REQUESTED, 'issue_invoice', 'staff', 'yes'],
    ['nothing is confirmed without a request', READY, 'confirm_cancellation', 'staff', 'not_in_this_step'],
    ['nothing is denied without a request', READY, 'deny_cancellation', 'staff', 'not_in_this_step'],
    ['handling starts once', [...READY, 'handling_started'], 'start_handling', 'staff', 'not_in_this_step'],
    ['an invoice may come before handling', READY, 'issue_invoice', 'staff', 'yes'],
    ['what is invoiced is not cancelled', INVOICED, 'request_cancellation', 'staff', 'not_in_this_step'],
    ['what is invoiced may come back', INVOICED, 'issue_return_invoice', 'staff', 'yes'],
    ['what is invoiced is tracked by the carrier', INVOICED, 'track_package', 'carrier', 'yes'],
    [
      'what is cancelled is not cancelled again',
      ['cancellation_asked'],
      'request_cancellation',
      'staff',
      'not_in_this_step',
    ],
    ['what is cancelled may still be refunded', ['cancellation_asked'], 'refund', 'staff', 'yes'],
    ['its steps are not set by hand', READY, 'set_status', 'staff', 'not_in_this_step'],
  ])('%s', (_, triggers, command, actor, permission) => {
    expect(permits(standing('complete', ...triggers), command, actor, [])).toBe(permission);
  });
});

describe('an order with the other side elsewhere', () => {
  it.each<[string, BuiltInWorkflow, Trigger[], CommandName, Actor, Permission]>([
    ['a seller accepts what it was offered', 'marketplace', [], 'accept_order', 'seller', 'yes'],
    ['a seller accepts once', 'marketplace', ['signal:accepted'], 'accept_order', 'seller', 'not_in_this_step'],
    ['a seller invoices a paid order', 'marketplace', ['signal:accepted', ...PAID], 'issue_invoice', 'seller', 'yes'],
    ['a marketplace releases a paid order', 'fulfillment', [], 'authorise_fulfilment', 'marketplace', 'yes'],
    ['staff release it by hand, at their own risk', 'fulfillment', [], 'authorise_fulfilment', 'staff', 'yes'],
    [
      'a marketplace cancels in the window',
      'fulfillment',
      ['signal:authorise'],
      'request_cancellation',
      'marketplace',
      'yes',
    ],
    ['the middle of a chain has no commands yet', 'chain', [], 'request_cancellation', 'staff', 'not_in_this_step'],
  ])('%s', (_, workflow, triggers, command, actor, permission) => {
    expect(permits(standing(workflow, ...triggers), command, actor, [])).toBe(permission);
  });
});

describe('a simple order', () => {
  it.each<[string, Trigger[], CommandName, Permission]>([
    ['is sent over the counter while pending', [], 'send_package', 'yes'],
    ['is not invoiced before it is confirmed', [], 'issue_invoice', 'not_in_this_step'],
    ['is cancelled while processing', ['handling_started'], 'request_cancellation', 'yes'],
    [
      'is not cancelled once a part is sent',
      ['handling_started', 'packages_sent_partly'],
      'request_cancellation',
      'not_in_this_step',
    ],
    ['is closed short once a part is sent', ['handling_started', 'packages_sent_partly'], 'close_short', 'yes'],
    ['is not closed short before', ['handling_started'], 'close_short', 'not_in_this_step'],
    ['sends nothing after everything was sent', ['packages_sent_fully'], 'send_package', 'not_in_this_step'],
    ['is delivered after it was sent', ['packages_sent_fully'], 'mark_delivered', 'yes'],
    ['may be paid after delivery', ['packages_sent_fully', 'all_delivered'], 'approve_payment', 'yes'],
    ['permits nothing once refunded', ['packages_sent_fully', 'refunded_fully'], 'refund', 'not_in_this_step'],
  ])('%s', (_, triggers, command, permission) => {
    expect(permits(standing('simple', ...triggers), command, 'staff', [])).toBe(permission);
  });
});

it('lets a freely labelled order be edited in every step', () => {
  for (const label of ['New', 'Cancelled', 'Completed'] as const) {
    const instances = standing('free', `set:${label}`);
    for (const command of ['set_status', 'issue_invoice', 'send_package', 'refund', 'request_cancellation'] as const) {
      expect(permits(instances, command, 'staff', [])).toBe('yes');
    }
  }
});

it('finishes or expires an incomplete order, and does nothing else to it', () => {
  expect(permits([], 'complete_placement', 'payment_provider', [])).toBe('yes');
  expect(permits([], 'expire_placement', 'system', [])).toBe('yes');
  expect(permits([], 'request_cancellation', 'staff', [])).toBe('not_in_this_step');
  expect(permits(standing('complete'), 'complete_placement', 'staff', [])).toBe('not_in_this_step');
});

it('takes notes, tags, assignments, deletion, news of the other side and of providers in every step', () => {
  const everywhere = Object.keys(EVERYWHERE) as CommandName[];
  const standings = [
    [],
    standing('complete'),
    standing('complete', ...INVOICED),
    standing('simple'),
    standing('chain'),
  ];
  for (const instances of standings) {
    // a buyer agrees to an edit, or asks to send goods back and thinks better of it
    const ofShoppers = everywhere.filter((command) => permits(instances, command, 'shopper', []) === 'yes');
    expect(ofShoppers).toEqual(['edit_order', 'request_return', 'withdraw_return']);
    for (const command of everywhere)
      if (!ofShoppers.includes(command)) expect(permits(instances, command, 'shopper', [])).toBe('not_this_actor');
    expect(permits(instances, 'add_note', 'staff', [])).toBe('yes');
    expect(permits(instances, 'delete_order', 'staff', [])).toBe('yes');
    expect(permits(instances, 'receive_signal', 'marketplace', [])).toBe('yes');
    expect(permits(instances, 'settle_refund', 'payment_provider', [])).toBe('yes');
  }
});
