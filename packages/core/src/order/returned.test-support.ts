import type { Command } from './commands.js';
import { approve, given, type History, place, startHandling } from './given.test-support.js';
import type { Order } from './order.js';
import type { PlaceOrder } from './placing-commands.js';
import type { Return } from './return.js';

/** Words of the tests about goods that come back. */

export const send = (items?: { lineId: string; quantity: number }[]): Command => ({
  type: 'send_package',
  ...(items === undefined ? {} : { items }),
});
/** Two mugs and a cup that arrived. */
export const delivered = (changes: Partial<PlaceOrder> = {}): History =>
  given(place({ workflow: 'simple', ...changes }), approve, startHandling, send(), { type: 'mark_delivered' });
const arrived = (paid: History): History =>
  paid.when(startHandling).history.when(send()).history.when({ type: 'mark_delivered' }).history;

export const ask = (lineId: string, quantity: number, changes: object = {}): Command => ({
  type: 'request_return',
  items: [{ lineId, quantity, reason: 'no_longer_needed' }],
  ...changes,
});
export const authorise = (returnId = '1', changes: object = {}): Command => ({
  type: 'authorise_return',
  returnId,
  ...changes,
});
export const receive = (returnId = '1', changes: object = {}): Command => ({
  type: 'receive_return',
  returnId,
  ...changes,
});
export const accept = (lineId: string, accepted: number, changes: object = {}): Command => ({
  type: 'inspect_return',
  returnId: '1',
  items: [{ lineId, accepted, rejected: 0, ...changes }],
});
export const settle = (changes: object = {}): Command => ({
  type: 'settle_return',
  returnId: '1',
  resolution: 'refund',
  ...changes,
});
/** Pieces that arrived, were asked back and came. */
export const back = (
  lineId: string,
  quantity: number,
  changes: Partial<PlaceOrder> = {},
  paid = given(place({ workflow: 'simple', ...changes })).when(approve).history,
): History => arrived(paid).when(ask(lineId, quantity)).history.when(authorise()).history.when(receive()).history;

export const orderOf = (history: History): Order => history.order as Order;
export const returnOf = (history: History, id = '1'): Return => orderOf(history).documents.return[id] as Return;
export const pieces = (history: History, id = '1'): object[] =>
  returnOf(history, id).lines.map(({ lineId, requested, authorised, received, accepted, rejected, settled }) => ({
    lineId,
    counts: [requested, authorised, received, accepted, rejected, settled],
  }));
