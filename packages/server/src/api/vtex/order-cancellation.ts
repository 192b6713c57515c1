import { refusalNow } from '@docket/core/order/allowed';
import type { CancellationRequest } from '@docket/core/order/cancellation';
import type { Order } from '@docket/core/order/order';
import { requestIdOf } from './order-ids.js';
import { orNull, zuluTime } from './times.js';

/**
 * Why and by whom the order ended. In Pascal case, as it is specified, and in camel case with the id of the request, which
 * the guide tells readers to take from here (vtex-oms §2.9, §10.2 row 4).
 */
export function cancellationData(order: Order): object | null {
  const { cancellation } = order.head;
  if (cancellation === null) return null;
  const { by, at, reason, requestId } = cancellation;
  const flags = {
    RequestedByUser: by === 'buyer',
    RequestedBySystem: by === 'system',
    RequestedBySellerNotification: by === 'seller',
    RequestedByPaymentNotification: by === 'payment',
    Reason: reason,
    CancellationDate: zuluTime(at),
  };
  const camel = Object.fromEntries(
    Object.entries(flags).map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]),
  );
  return { ...flags, ...camel, cancellationRequestId: orNull(requestId, (id) => requestIdOf(order, id)) };
}

/** One for each call that asked, also where it was granted at once (vtex-oms §2.9). */
export const cancellationRequests = (order: Order): readonly object[] =>
  order.head.cancellationRequests.map((request) => requestView(order, request));

const requestView = (
  order: Order,
  { id, at, by, reason, outcome, answer, answeredAt }: CancellationRequest,
): object => ({
  id: requestIdOf(order, id),
  reason,
  cancellationRequestDate: zuluTime(at),
  requestedByUser: by === 'buyer',
  deniedBySeller: outcome === 'denied',
  deniedBySellerReason: outcome === 'denied' ? answer : null,
  cancellationRequestDenyDate: outcome === 'denied' ? orNull(answeredAt, zuluTime) : null,
});

/** While a cancel call is legal: to ask, or to confirm what was asked (vtex-oms §2.2). */
export const allowsCancellation = (order: Order): boolean =>
  refusalNow(order, 'request_cancellation', 'staff') === null ||
  refusalNow(order, 'confirm_cancellation', 'staff') === null;
