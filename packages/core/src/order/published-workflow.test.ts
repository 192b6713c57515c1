import { expect, it } from 'vitest';
import { allowedNow } from './allowed.js';
import type { Command } from './commands.js';
import { approve, given, place, startHandling } from './given.test-support.js';
import { statusFacts } from './status-facts.js';
import { orionStatusOf, virtoStatusOf, vtexStatusOf } from './status.js';

/** Orders in a workflow that the account published: made once they are paid (`made-to-order.test-support.ts`). */
const placed = place({ workflow: 'made-to-order' });

it('is placed at the start of its table and pinned to its version', () => {
  const { order } = given(placed);
  expect(order?.head.instances).toMatchObject([
    { domain: 'Marketplace', table: 'made-to-order', version: 3, step: 'waiting_for_payment' },
  ]);
});

it('waits where the account wants it to wait, and goes on by hand', () => {
  given(placed)
    .when(startHandling)
    .refused('not_in_this_step')
    .history.when(approve)
    .moves('M:in_production')
    .history.when({ type: 'set_status', status: 'pending' })
    .then('status_set')
    .moves('M:pending')
    .history.when(startHandling)
    .history.when({ type: 'send_package' })
    .history.when({ type: 'mark_delivered' })
    .status('delivered');
});

it('does not leave a step for one that the table does not let people choose there', () => {
  given(placed, approve).when({ type: 'set_status', status: 'delivered' }).refused('not_in_this_step', '/status');
  given(placed, approve).when({ type: 'set_status', status: 'nowhere' }).refused('status_unknown', '/status');
});

it('confirms stock when its table says so, and gives it back when production is stopped', () => {
  const paid = given(placed).when(approve);
  expect(paid.history.claims.map(({ kind }) => kind)).toEqual(['claim', 'claim', 'confirm', 'confirm']);
  paid.history
    .when({ type: 'request_cancellation' })
    .status('production_stop_asked')
    .history.when({ type: 'confirm_cancellation' })
    .then('order_cancelled')
    .status('cancelled');
});

it('goes back to production where the stop is denied', () => {
  given(placed, approve, { type: 'request_cancellation' })
    .when({ type: 'deny_cancellation' })
    .moves('M:in_production')
    .status('in_production');
});

it('ends by its deadline like any other', () => {
  given(placed, approve, { type: 'request_cancellation' })
    .when({ type: 'end_deadline' }, 'system', 604_801)
    .then('order_cancelled')
    .status('cancelled');
});

it('is known to the screens: what its step allows is told', () => {
  const { order } = given(placed, approve);
  const allowed = allowedNow(order!, 'staff').filter((each) => each.allowed);
  expect(allowed.map(({ command }) => command)).toEqual(
    expect.arrayContaining(['request_cancellation', 'refund', 'set_status']),
  );
  expect(allowed.map(({ command }) => command)).not.toContain('start_handling');
});

it('reads in other vocabularies by its documents: pending until it is paid, then at work', () => {
  const words = (...history: readonly Command[]): (string | null)[] => {
    const order = given(...history).order!;
    const { instances } = order.head;
    const facts = statusFacts(order);
    return [vtexStatusOf(instances, facts), orionStatusOf(instances, facts), virtoStatusOf(instances, facts)];
  };
  expect(words(placed)).toEqual(['payment-pending', 'pending', 'Not paid']);
  expect(words(placed, approve)).toEqual(['handling', 'processing', 'Processing']);
  expect(words(placed, approve, { type: 'set_status', status: 'pending' })).toEqual([
    'ready-for-handling',
    'pending',
    'Pending',
  ]);
});

it('is refused under a name that nobody published, with the names there are', () => {
  expect(given().when(place({ workflow: 'made-to-measure' })).answer).toMatchObject({
    refused: 'workflow_unknown',
    details: { workflows: expect.arrayContaining(['simple', 'made-to-order']) as unknown },
  });
});
