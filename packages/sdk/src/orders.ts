import type { All, Ask } from './docket.js';
import type { components } from './openapi.js';
import { parametersOf } from './address.js';
import type { AnswerOf, OperationName, QueryOf, RequestOf } from './operation.js';
import type { CallOptions } from './transport.js';

export type Order = components['schemas']['Order'];
export type OrderRow = components['schemas']['OrderRow'];
/** What a command would do. Nothing of it has happened. */
export type Preview = components['schemas']['Preview'] & { readonly order: Order };
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
  /** What `command` would do; nothing is done. Its token commits it, for 15 minutes. */
  preview<Name extends CommandName>(
    orderId: string,
    command: Name,
    words: Words<Name>,
    options?: CallOptions,
  ): Promise<Preview>;
  /** What `place` would do. The order id and the prices hold until the commit. */
  previewPlace(order: PlaceOrder, options?: CallOptions): Promise<Preview>;
  /**
   * Carries out what was previewed, once, and answers the order after it. @throws DocketProblem `preview_outdated` with
   * `problem.difference` where it would do something else by now
   */
  commit(token: string, options?: CallOptions): Promise<Order>;
}

export function createOrders(ask: Ask, all: All): Orders {
  return {
    place: async (order, options) => (await ask('place', { body: order }, options)) as Order,
    get: async (orderId, options) => (await ask('getOrder', { path: { orderId } }, options)) as Order,
    list: (query, options) => all('listOrders', query === undefined ? {} : { query }, options),
    command: async (orderId, command, words, options) =>
      (await ask(command, requestOf(orderId, command, words), options)) as Order,
    preview: async (orderId, command, words, options) =>
      (await ask(command, requestOf(orderId, command, words), previewing(options))) as Preview,
    previewPlace: async (order, options) => (await ask('place', { body: order }, previewing(options))) as Preview,
    commit: async (token, options) => (await ask('commitPreview', { path: { token }, body: {} }, options)) as Order,
  };
}

/** Puts each word where the route has it: into the path or into the body. */
function requestOf(orderId: string, command: CommandName, words: object): object {
  const inPath = new Set(parametersOf(command));
  const [path, body] = [true, false].map((wanted) =>
    Object.fromEntries(Object.entries({ orderId, ...words }).filter(([field]) => inPath.has(field) === wanted)),
  );
  return { path, body };
}

const previewing = (options: CallOptions = {}): CallOptions => ({
  ...options,
  headers: { ...options.headers, prefer: 'preview' },
});
