import { Type } from 'typebox';

const PROBLEM_STATUS: Readonly<Record<string, string>> = {
  '400': 'The request cannot be read; the pointer names the field.',
  '401': 'No credentials, or wrong ones.',
  '403': 'The key lacks the permission, or the actor may not.',
  '404': 'What the address names is not there.',
  '409': 'The state of the order or the stock stands against it.',
  '412': 'The order has another version than If-Match names.',
  '413': 'The body is too large.',
  '415': 'The body is not plain JSON in UTF-8.',
  '422': 'A value in the request cannot be right.',
  '429':
    'Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left.',
  '501': 'There is no preview of this.',
  '503': 'The database cannot be reached; try again.',
};

/** The answers of a route for its OpenAPI operation: the good one, and the problems that it may end in. */
export function answers(
  status: number,
  description: string,
  schema: string | readonly string[],
  problems: readonly string[],
): object {
  const refs = [schema].flat().map((name) => ({ $ref: `${name}#` }));
  return { [status]: { description, ...(refs.length === 1 ? refs[0] : { anyOf: refs }) }, ...problemsOf(problems) };
}

/** The same for a route that answers with text of its own kind. */
export function textAnswers(description: string, contentType: string, problems: readonly string[]): object {
  return { 200: { description, content: { [contentType]: { schema: { type: 'string' } } } }, ...problemsOf(problems) };
}

/** The answers of a route that has nothing to say when it is done. */
export function noContent(problems: readonly string[], status = 204, description = 'Done.'): object {
  return { [status]: { description, type: 'null' }, ...problemsOf(problems) };
}

const problemsOf = (problems: readonly string[]): object =>
  Object.fromEntries(
    [...new Set(['400', '401', '403', ...problems, '422', '429', '503'])].map((code) => [
      code,
      problemAnswer(PROBLEM_STATUS[code] ?? ''),
    ]),
  );

/** An answer with a problem, in an OpenAPI operation. */
export const problemAnswer = (description: string): object => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
});

const idempotencyKey = Type.Optional(
  Type.String({
    maxLength: 255,
    description:
      'Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused.',
  }),
);
const prefer = Type.Optional(
  Type.String({ maxLength: 200, description: 'return=minimal answers with a receipt instead of the order.' }),
);
const preferPreview = Type.Optional(
  Type.String({
    maxLength: 200,
    description:
      'preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order.',
  }),
);
const reason = Type.Optional(
  Type.String({
    maxLength: 2_000,
    description:
      'Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal.',
  }),
);
const actingAs = Type.Optional(
  Type.String({
    maxLength: 40,
    description: 'For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier.',
  }),
);

/** In the description of what answers a token. */
export const TOLD_AGAIN =
  'Sent again with its Idempotency-Key within 7 days, the same request answers the same token, which lies encrypted under that key until then: take a key that nobody can guess.';

/** Headers are described here and read by the code that uses them; other headers pass. */
export const SETTING_HEADERS = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({ maxLength: 255, description: 'Not needed: repeating changes nothing.' }),
  ),
  'if-match': Type.Optional(
    Type.String({ description: 'The ETag that was read: refused with 412 when it has changed.' }),
  ),
  'if-none-match': Type.Optional(Type.String({ description: '* adds and never replaces.' })),
});
export const KEYED_HEADERS = Type.Object({ 'idempotency-key': idempotencyKey });
export const LINK_HEADERS = Type.Object({
  'idempotency-key': idempotencyKey,
  'if-match': Type.Optional(
    Type.String({
      maxLength: 1_000,
      description: 'The ETag of the draft order: refused with 412 when it has another version by now.',
    }),
  ),
});
export const DRAFT_HEADERS = Type.Object({
  'idempotency-key': idempotencyKey,
  'if-match': Type.Optional(
    Type.String({
      maxLength: 1_000,
      description:
        'The ETag of the draft, several of them, or *: refused with 412 when it was changed since it was read.',
    }),
  ),
});
export const BULK_HEADERS = Type.Object({
  'idempotency-key': idempotencyKey,
  prefer,
  'docket-reason': reason,
  'docket-acting-as': actingAs,
});
export const COMMIT_HEADERS = Type.Object({ prefer });
export const PLACEMENT_HEADERS = Type.Object({
  'idempotency-key': idempotencyKey,
  prefer: preferPreview,
  'docket-reason': reason,
  'docket-acting-as': actingAs,
});
export const CONSIGNMENT_HEADERS = Type.Object({
  'idempotency-key': idempotencyKey,
  'if-match': Type.Optional(
    Type.String({
      maxLength: 1_000,
      description:
        'The ETag of the consignment, several of them, or *: refused with 412 when it has another version by now.',
    }),
  ),
  'docket-reason': reason,
  'docket-acting-as': actingAs,
});
export const WRITE_HEADERS = Type.Object({
  'idempotency-key': idempotencyKey,
  prefer: preferPreview,
  'if-match': Type.Optional(
    Type.String({
      maxLength: 1_000,
      description:
        'The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none.',
    }),
  ),
  'docket-reason': reason,
  'docket-acting-as': actingAs,
});
