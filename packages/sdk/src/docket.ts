import { addressOf, type Parameters } from './address.js';
import type { AnswerOf, OperationName, QueryOf, RequestOf } from './operation.js';
import { createOrders, type Orders } from './orders.js';
import { type CallOptions, type Connection, createTransport, type Send } from './transport.js';

export type { components } from './openapi.js';
export type { AnswerOf, OperationName, QueryOf, RequestOf } from './operation.js';
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
 * Walks a list page by page, as far as the reader goes: `for await (const product of docket.all('listProducts'))`.
 * Only lists that answer with `next` and take a `cursor` can be walked.
 */
export type All = <Name extends OperationName>(
  name: Name,
  request?: Omit<RequestOf<Name>, 'query'> & { readonly query?: Omit<QueryOf<Name>, 'cursor'> },
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
  const call: Call = async (name, request, options) => {
    const { body, ...parameters } = request as Loose;
    const address = addressOf(name, parameters);
    const response = await send(body === undefined ? address : { ...address, body }, options);
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as AnswerOf<typeof name>;
  };
  const all: All = (name, request, options) => walk(call, name, request, options);
  return { call, all, orders: createOrders(call, all), send };
}

async function* walk<Name extends OperationName>(
  call: Call,
  name: Name,
  request: object = {},
  options?: CallOptions,
): AsyncGenerator<ItemOf<Name>> {
  const asked = request as { readonly query?: object };
  for (let cursor: string | undefined; ;) {
    const query = { ...asked.query, ...(cursor === undefined ? {} : { cursor }) };
    const page: unknown = await call(name, { ...asked, query } as unknown as RequestOf<Name>, options);
    const items = Object.values(page as Record<string, unknown>).find(Array.isArray) as ItemOf<Name>[] | undefined;
    if (items === undefined) throw new Error(`${name} answers no list`);
    yield* items;
    const { next } = page as { readonly next?: string | null };
    if (next === undefined || next === null) return;
    cursor = next;
  }
}
