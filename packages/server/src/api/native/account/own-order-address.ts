import type { FastifyRequest } from 'fastify';
import type { TObject } from 'typebox';
import { closed, orderId, queryText } from '../schemas/fields.js';

/** Under which address people from outside reach one order. */
export interface OwnOrderAddress {
  readonly path: string;
  readonly permission: 'shopper' | 'guest';
  /** In the names of operations. */
  readonly who: 'Own' | 'Guest';
  readonly params: TObject;
  readonly orderOf: (request: FastifyRequest) => string;
}

export const SHOPPER_ORDER: OwnOrderAddress = {
  path: '/orders/:orderId',
  permission: 'shopper',
  who: 'Own',
  params: closed({ orderId: orderId() }),
  orderOf: ({ params }) => (params as { orderId: string }).orderId,
};

/** The order of a link. */
export const GUEST_ORDER: OwnOrderAddress = {
  path: '/guest/:token',
  permission: 'guest',
  who: 'Guest',
  params: closed({ token: queryText(200, 'Of the link.') }),
  orderOf: ({ visitor }) => (visitor !== null && 'orderId' in visitor ? (visitor as { orderId: string }).orderId : ''),
};
