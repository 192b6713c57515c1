import type { operations } from './openapi.js';
import type { PAGE_PARAMETERS } from './routes.js';

/** The name of a route, as the OpenAPI document has it in `operationId`: `place`, `listOrders`, `issue_invoice`. */
export type OperationName = keyof operations;

/** The name of a list that comes in pages. */
export type ListName = keyof typeof PAGE_PARAMETERS;

type Parameters<Name extends OperationName> = operations[Name]['parameters'];
type Given<Part, Shape> = [Shape] extends [never]
  ? object
  : undefined extends Shape
    ? { readonly [key in Part & string]?: Exclude<Shape, undefined> }
    : { readonly [key in Part & string]: Shape };

type PathOf<Name extends OperationName> = Parameters<Name> extends { path: infer Path } ? Path : never;
type JsonBody<Body> = Body extends { content: { 'application/json': infer Json } } ? Json : never;
type BodyOf<Name extends OperationName> = operations[Name] extends { requestBody: infer Body }
  ? [Body] extends [never]
    ? never
    : JsonBody<Body>
  : operations[Name] extends { requestBody?: infer Body }
    ? JsonBody<Exclude<Body, undefined>> | undefined
    : never;

/** The query parameters of a route. */
export type QueryOf<Name extends OperationName> =
  Parameters<Name> extends { query?: infer Query } ? Exclude<Query, undefined> : never;

/** What a route is asked with: path parameters, query and body, each where the route has it. */
export type RequestOf<Name extends OperationName> = Given<'path', PathOf<Name>> &
  Given<'body', BodyOf<Name>> & { readonly query?: QueryOf<Name> };

type Good = 200 | 201 | 202;
type Contents<Responses> = {
  [Status in keyof Responses & Good]: Responses[Status] extends { content: { 'application/json': infer Json } }
    ? Json
    : undefined;
}[keyof Responses & Good];

/** What a route answers when all went well; undefined where it answers nothing. */
export type AnswerOf<Name extends OperationName> = operations[Name] extends { responses: infer Responses }
  ? [keyof Responses & Good] extends [never]
    ? undefined
    : Contents<Responses>
  : never;
