import { ordersOf } from '@docket/core/consignment/consignment';
import { refuse } from '@docket/core/order/refusals';
import { foldConsignment, readConsignmentEvents } from '../event-log/load-consignment.js';
import { type IdempotencyRow, loadOrders } from '../event-log/load-order.js';
import type { EventLog } from '../event-log/read-events.js';
import type { ConsignmentEnvelope, ConsignmentOutcome } from './execute-consignment.js';

/** How a consignment stands among orders where requests are kept by their keys. No order id has a space. */
export const streamName = (consignmentId: string): string => `consignment ${consignmentId}`;

/** The answer again from the consignment as the request left it, whatever happened to it since. */
export async function replayConsignment(
  log: EventLog,
  { account, idempotency, visible }: Pick<ConsignmentEnvelope, 'account' | 'idempotency' | 'visible'>,
  { content, orderId, version }: IdempotencyRow,
): Promise<ConsignmentOutcome> {
  const id = orderId.slice(streamName('').length);
  if (content !== idempotency?.content || orderId !== streamName(id))
    return { accepted: false, refusal: refuse('idempotency_key_reused') };
  const consignment = foldConsignment(await readConsignmentEvents(log, account, id, { to: version }));
  const orders = await loadOrders(log, account, ordersOf(consignment));
  if ([...orders.values()].some((order) => visible?.(order) === false))
    return { accepted: false, refusal: refuse('consignment_not_found') };
  return { accepted: true, replayed: true, consignment };
}
