import type { Command } from '@docket/core/order/commands';
import type { Order } from '@docket/core/order/order';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Outcome } from '../../execute.js';
import { actorOf, callerOf } from '../auth.js';
import { reasonOf } from '../reason.js';
import type { VtexDependencies } from './dialect.js';
import { findOrder, vtexOrderId } from './order-ids.js';
import { documentTime } from './times.js';

export type Refused = Extract<Outcome, { accepted: false }>;

/** Sends a command on behalf of who asks. */
export const ask = (
  { orders }: VtexDependencies,
  request: FastifyRequest,
  orderId: string,
  command: Command,
): Promise<Outcome> =>
  orders.execute(callerOf(request), { orderId, command, actor: actorOf(request), reason: reasonOf(request) });

/** The order that the path names; null: the caller has none. */
export const orderOfPath = ({ orders }: VtexDependencies, request: FastifyRequest): Promise<Order | null> =>
  findOrder(orders, callerOf(request), (request.params as { orderId: string }).orderId);

/** What most commands are answered with (vtex-oms §1.4); never null, also of a cancellation (§10.2 row 9). */
export const receiptOf = ({ now, newReceipt }: VtexDependencies, order: Order): object => ({
  date: documentTime(now()),
  orderId: vtexOrderId(order),
  receipt: newReceipt(),
});

/** Done, and nothing to say: 200 without a body (vtex-oms §1.4). */
export const sendNothing = (reply: FastifyReply, status = 200): FastifyReply => reply.code(status).send();
