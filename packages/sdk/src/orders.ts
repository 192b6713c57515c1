import type { All, Ask } from './docket.js';
import type { components } from './openapi.js';
import { parametersOf } from './address.js';
import type { AnswerOf, OperationName, QueryOf, RequestOf } from './operation.js';
import type { CallOptions } from './transport.js';

export type Order = components['schemas']['Order'];
export type OrderRow = components['schemas']['OrderRow'];
export type PlaceOrder = RequestOf<'place'>['body'];

/** The commands on an order that is there: every operation whose name is written as the core writes commands. */
export type CommandName = {
  [Name in OperationName]: RequestOf<Name> extends { path: { orderId: string } }
    ? Order extends AnswerOf<Name>
      ? Name extends 'getOrder'
        ? never
        : Name
      : never
    : never;
}[OperationName];

type Words<Name extends CommandName> =
  RequestOf<Name> extends { readonly path: infer Path; readonly body?: infer Body }
    ? Omit<Path, 'orderId'> & Exclude<Body, undefined>
    : never;

/** Orders, in the words that most programs need. Everything else is reached by `call`. */
export interface Orders {
  place(order: PlaceOrder, options?: CallOptions): Promise<Order>;
  get(orderId: string, options?: CallOptions): Promise<Order>;
  /** Orders page by page, as far as the reader goes. */
  list(query?: Omit<QueryOf<'listOrders'>, 'cursor'>, options?: CallOptions): AsyncGenerator<OrderRow>;
  /** Sends a command; path parameters such as `paymentId` and the fields of the body stand side by side. */
  command<Name extends CommandName>(
    orderId: string,
    command: Name,
    words: Words<Name>,
    options?: CallOptions,
  ): Promise<Order>;
}

export function createOrders(ask: Ask, all: All): Orders {
  return {
    place: async (order, options) => (await ask('place', { body: order }, options)) as Order,
    get: async (orderId, options) => (await ask('getOrder', { path: { orderId } }, options)) as Order,
    list: (query, options) => all('listOrders', query === undefined ? {} : { query }, options),
    command: async (orderId, command, words, options) => {
      const inPath = new Set(parametersOf(command));
      const [path, body] = [true, false].map((wanted) =>
        Object.fromEntries(
          Object.entries({ orderId, ...(words as object) }).filter(([field]) => inPath.has(field) === wanted),
        ),
      );
      return (await ask(command, { path, body }, options)) as Order;
    },
  };
}
