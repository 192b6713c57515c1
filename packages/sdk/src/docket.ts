import { addressOf, type Parameters } from './address.js';
import type { AnswerOf, ListName, OperationName, RequestOf } from './operation.js';
import { createOrders, type Orders } from './orders.js';
import { KEYED, PAGE_PARAMETERS } from './routes.js';
import { type CallOptions, type Connection, createTransport, type Send } from './transport.js';

export type { components } from './openapi.js';
export type { AnswerOf, ListName, OperationName, QueryOf, RequestOf } from './operation.js';
export type { CommandName, Order, OrderRow, PlaceOrder, Preview } from './orders.js';
export { addressOf } from './address.js';
export { DocketProblem, type Problem } from './problem.js';
export type { CallOptions, Connection } from './transport.js';

/**
 * Asks any route by the name it has in the OpenAPI document, checked against it by the compiler.
 * Answers the parsed body. @throws DocketProblem
 */
export type Call = <Name extends OperationName>(
  name: Name,
  request: RequestOf<Name>,
  options?: CallOptions,
) => Promise<AnswerOf<Name>>;

/**
 * Walks a list page by page, as far as the reader goes: `for await (const product of docket.all('listProduct'))`.
 * It begins where the query says (`cursor`, `after` or `from`, as the list has it), else with the first.
 */
export type All = <Name extends ListName>(
  name: Name,
  request?: RequestOf<Name>,
  options?: CallOptions,
) => AsyncGenerator<ItemOf<Name>>;

type ItemOf<Name extends OperationName> = {
  [Field in keyof AnswerOf<Name>]-?: AnswerOf<Name>[Field] extends readonly (infer Item)[] ? Item : never;
}[keyof AnswerOf<Name>];

/** A request seen without its route: what the compiler has checked already. */
type Loose = Parameters & { readonly body?: unknown };

export interface Docket {
  readonly call: Call;
  readonly all: All;
  readonly orders: Orders;
  /** For what is no JSON: streams and files. */
  readonly send: Send;
}

/** A client of one server. Nothing is sent until it is asked for something. */
export function createDocket(connection: Connection): Docket {
  const send = createTransport(connection);
  const ask: Ask = async (name, request, options) => {
    const { body, ...parameters } = request as Loose;
    const address = addressOf(name, parameters);
    const response = await send({ ...address, body, repeatable: isRepeatable(name) }, options);
    const text = await response.text();
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  };
  const all: All = (name, request, options) => walk(ask, name, request, options);
  // What a route answers is checked by the server's own tests against the document these types are made from.
  return { call: ask as Call, all, orders: createOrders(ask, all), send };
}

/** The token of a preview is the key of its commit. */
const isRepeatable = (name: OperationName): boolean => KEYED.has(name) || name === 'commitPreview';

/** The same as `call` for those who checked already, or cannot. */
export type Ask = (name: OperationName, request: object, options?: CallOptions) => Promise<unknown>;

async function* walk<Name extends ListName>(
  ask: Ask,
  name: Name,
  request: object = {},
  options?: CallOptions,
): AsyncGenerator<ItemOf<Name>> {
  const asked = request as { readonly query?: object };
  for (let query = asked.query; ;) {
    const page = (await ask(name, { ...asked, query }, options)) as { readonly next: string | number | null };
    const items = Object.values(page).find(Array.isArray) as ItemOf<Name>[] | undefined;
    if (items === undefined) throw new Error(`${name} answers no list`);
    yield* items;
    if (page.next === null) return;
    query = { ...asked.query, [PAGE_PARAMETERS[name]]: page.next };
  }
}
