import { describe, expect, it } from 'vitest';
import { ASKED_OF } from './asked-of.js';
import type { Command } from './commands.js';
import { approve, given, place, startHandling } from './given.test-support.js';
import type { Order } from './order.js';
import { isRefusal } from './refusals.js';
import { RETURN_KIND } from './return.js';
import { accept, ask, authorise, delivered, orderOf, receive, returnOf, settle } from './returned.test-support.js';
import type { Shipment } from './shipment.js';

describe('what a return is asked in its state', () => {
  const requested = delivered().when(ask('1', 2)).history;
  const authorised = requested.when(authorise()).history;
  const received = authorised.when(receive()).history;
  const inspected = received.when(accept('1', 2)).history;
  const settled = inspected.when(settle()).history;
  const words: readonly Command[] = [
    authorise(),
    { type: 'decline_return', returnId: '1' },
    accept('1', 1),
    settle(),
    receive(),
    { type: 'withdraw_return', returnId: '1' },
    { type: 'close_return', returnId: '1' },
  ];

  it.each([
    ['requested', requested],
    ['authorised', authorised],
    ['partly authorised', requested.when(authorise('1', { items: [{ lineId: '1', quantity: 1 }] })).history],
    ['received', received],
    ['inspected', inspected],
    ['settled', settled],
    ['declined', requested.when({ type: 'decline_return', returnId: '1' }).history],
    ['closed', authorised.when({ type: 'close_return', returnId: '1' }).history],
  ])('%s: exactly what is not refused', (_state, history) => {
    const asked = ASKED_OF.return(returnOf(history));
    const heard = words.filter((command) => !isRefusal(history.when(command).answer)).map(({ type }) => type);
    expect([...asked].sort()).toEqual(heard.sort());
  });

  it('has work to do, or is done: every state says which', () => {
    expect(Object.keys(RETURN_KIND.work ?? {}).sort()).toEqual(Object.keys(RETURN_KIND.states).sort());
  });
});

describe('what a shipment is asked', () => {
  const plan: Command = { type: 'plan_shipment' };

  it('is to leave as long as pieces wait in it, and to be given up as long as none has left', () => {
    const planned = given(place({ workflow: 'simple' }), approve, startHandling, plan);
    const shipmentOf = (order: Order): Shipment => order.documents.shipment['1'] as Shipment;
    expect(ASKED_OF.shipment(shipmentOf(orderOf(planned)))).toEqual([
      'send_package',
      'pack_package',
      'change_shipment',
      'cancel_shipment',
    ]);
    const [line] = orderOf(planned).lines;
    const sent = planned.when({
      type: 'send_package',
      shipmentId: '1',
      items: [{ lineId: line?.id ?? '', quantity: 1 }],
    }).history;
    expect(ASKED_OF.shipment(shipmentOf(orderOf(sent)))).toEqual(['send_package', 'pack_package', 'change_shipment']);
    const gone = sent.when({ type: 'send_package', shipmentId: '1' }).history;
    expect(ASKED_OF.shipment(shipmentOf(orderOf(gone)))).toEqual(['change_shipment']);
    const cancelled = planned.when({ type: 'cancel_shipment', shipmentId: '1' }).history;
    expect(ASKED_OF.shipment(shipmentOf(orderOf(cancelled)))).toEqual([]);
  });
});
