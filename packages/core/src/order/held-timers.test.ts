import { describe, expect, it } from 'vitest';
import type { Command, PlaceHold } from './commands.js';
import { approve, given, type History, NOON, place, startHandling } from './given.test-support.js';
import { openHolds } from './hold.js';
import { plusSeconds } from './instant.js';
import type { Order } from './order.js';
import { heldTimers, timersOf } from './timers.js';

const hold = (changes: Partial<PlaceHold> = {}): PlaceHold => ({
  type: 'place_hold',
  holdType: 'address_check',
  ...changes,
});
const release = (): Command => ({ type: 'release_hold', holdId: '1' });
const later = plusSeconds(NOON, 86_400);
const orderOf = (history: History): Order => history.order as Order;

describe('a hold that ends by itself', () => {
  const held = () => given(place(), approve, startHandling, hold({ releaseAt: later }), hold());

  it('does so by a timer of the order, not a second sooner', () => {
    const [timer] = timersOf(orderOf(held()));
    expect(timer).toEqual({ name: 'hold_release', due: later, command: 'end_holds' });
    held().when({ type: 'end_holds' }, 'system', 3_600).refused('not_due_yet');
    const { history } = held().when({ type: 'end_holds' }, 'system', 86_400).then('hold_released');
    expect(openHolds(orderOf(history).head).map(({ id }) => id)).toEqual(['2']);
    expect(orderOf(history).head.holds[0]?.released).toMatchObject({ how: 'by_time' });
    history.when({ type: 'end_holds' }, 'system').then();
  });

  it('rests with a deleted order, and goes on after a cancellation', () => {
    expect(timersOf(orderOf(held().when({ type: 'delete_order' }).history))).toEqual([]);
    const cancelled = given(place(), hold({ releaseAt: later }), { type: 'request_cancellation' });
    expect(timersOf(orderOf(cancelled))).toMatchObject([{ command: 'end_holds' }]);
  });
});

describe('timers that meet a hold', () => {
  const windowed = given(place({ cancellationWindow: 1800 }), approve);

  it('go on where the hold does not block their command', () => {
    const held = windowed.when(hold({ blocks: ['shipping', 'invoicing'] })).history;
    held.when({ type: 'end_cancellation_window' }, 'system', 1800).then('cancellation_window_ended');
    const incomplete = given(place({ incomplete: true }), hold({ blocks: ['all'] }));
    expect(timersOf(orderOf(incomplete))).toMatchObject([{ name: 'placement' }]);
    incomplete.when({ type: 'expire_placement' }, 'system', 300).then('placement_expired');
  });

  it('wait for it without being tried, and are due again when it is released, however late', () => {
    const held = windowed.when(hold({ blocks: ['handling'] })).history;
    expect(timersOf(orderOf(held))).toEqual([]);
    expect(heldTimers(orderOf(held))).toMatchObject([{ name: 'cancellation_window' }]);
    held.when({ type: 'end_cancellation_window' }, 'system', 3600).refused('on_hold');
    const { history } = held.when(release(), 'staff', 7200);
    expect(timersOf(orderOf(history))).toEqual(timersOf(orderOf(windowed)));
    history.when({ type: 'end_cancellation_window' }, 'system', 1).then('cancellation_window_ended');
  });

  it('wait in a window of no length too, and pass it at once when the hold is released', () => {
    const held = given(place(), hold({ blocks: ['handling'] })).when(approve);
    held.status('window-to-cancel');
    const { history } = held.history.when(release());
    expect(timersOf(orderOf(history))).toEqual([
      { name: 'cancellation_window', due: held.history.at, command: 'end_cancellation_window' },
    ]);
    history.when({ type: 'end_cancellation_window' }).then('cancellation_window_ended').status('ready-for-handling');
  });

  it('wait for a hold on refunds where they would give money back', () => {
    const asked = (capture: 'on_approval' | 'on_invoice'): History =>
      given(
        place({ payments: [{ method: 'card', amount: 12_500, capture }] }),
        approve,
        startHandling,
        { type: 'request_cancellation' },
        hold({ blocks: ['refund'] }),
      );
    expect(timersOf(orderOf(asked('on_approval')))).toEqual([]);
    asked('on_approval').when({ type: 'end_deadline' }, 'system', 2_600_000).refused('on_hold');
    expect(timersOf(orderOf(asked('on_invoice')))).toMatchObject([{ command: 'end_deadline' }]);
    asked('on_invoice').when({ type: 'end_deadline' }, 'system', 2_600_000).then('order_cancelled');
  });

  it('keep an order from being cancelled by its deadline while cancellation is on hold', () => {
    const asked = given(place(), approve, startHandling, { type: 'request_cancellation' });
    const held = asked.when(
      hold({ on: { kind: 'line', id: '1' }, blocks: ['cancellation'], releaseAt: later }),
    ).history;
    expect(timersOf(orderOf(held)).map(({ name }) => name)).toEqual(['hold_release']);
    held.when({ type: 'end_deadline' }, 'system', 2_600_000).refused('on_hold');
  });
});
