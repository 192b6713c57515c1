import { Ajv } from 'ajv';
import type { FastifySchemaValidationError } from 'fastify';
import { describe, expect, it } from 'vitest';
import { PlaceOrderBody } from './native/schemas/place-order.js';
import { REQUEST_SCHEMAS, SHARED_SCHEMAS } from './native/schemas/components.js';
import type { RequestProblem } from './problem.js';
import { createErrorFinder, createValidatorCompiler, validationProblem } from './validation.js';

it('every schema is a schema', () => {
  const ajv = new Ajv({ strict: false });
  const wrong = SHARED_SCHEMAS.filter((schema) => ajv.validateSchema(schema) !== true);
  expect(wrong).toEqual([]);
});

const compiler = createValidatorCompiler(REQUEST_SCHEMAS);
const validate = compiler({ schema: { $ref: 'PlaceOrder#' }, method: 'POST', url: '/', httpPart: 'body' }) as ((
  body: unknown,
) => boolean) & { errors: FastifySchemaValidationError[] };

function problem(body: unknown): RequestProblem | null {
  return validate(body) ? null : validationProblem(validate.errors, 'body');
}

const line = { sku: 'TEA', name: 'Tea', quantity: 1, priceMicros: 1_000_000 };
const order = { currency: 'EUR', lines: [line], total: 100 };

describe('the body of a placement', () => {
  it('passes as the example in the documentation shows it', () => {
    const { examples } = PlaceOrderBody as unknown as { examples: unknown[] };
    expect(examples.map(problem)).toEqual([null]);
  });

  it.each([
    ['an unknown field', { ...order, discount: 1 }, 'field_unknown', '/discount'],
    ['an unknown field of a line', { ...order, lines: [{ ...line, price: 1 }] }, 'field_unknown', '/lines/0/price'],
    ['a line without a SKU', { ...order, lines: [line, { ...line, sku: undefined }] }, 'field_missing', '/lines/1/sku'],
    ['a negative total', { ...order, total: -1 }, 'amount_invalid', '/total'],
    ['a fraction of a cent', { ...order, total: 12.34 }, 'amount_invalid', '/total'],
    ['money as text', { ...order, total: '100' }, 'amount_invalid', '/total'],
    ['money beyond every order', { ...order, total: 1e300 }, 'amount_invalid', '/total'],
    [
      'a price beyond exact counting',
      { ...order, lines: [{ ...line, priceMicros: 2 ** 53 }] },
      'amount_invalid',
      '/lines/0/priceMicros',
    ],
    ['no pieces', { ...order, lines: [{ ...line, quantity: 0 }] }, 'field_invalid', '/lines/0/quantity'],
    [
      'two million pieces',
      { ...order, lines: [{ ...line, quantity: 2_000_000 }] },
      'field_invalid',
      '/lines/0/quantity',
    ],
    ['a quantity as text', { ...order, lines: [{ ...line, quantity: '1' }] }, 'field_invalid', '/lines/0/quantity'],
    [
      '30 February',
      { ...order, payments: [{ method: 'card', amount: 1, dueAt: '2026-02-30T00:00:00Z' }] },
      'date_out_of_range',
      '/payments/0/dueAt',
    ],
    [
      'the year 9999',
      { ...order, deliveries: [{ type: 'pickup', shipBy: '9999-01-01T00:00:00Z' }] },
      'date_out_of_range',
      '/deliveries/0/shipBy',
    ],
    ['6,000 lines', { ...order, lines: Array.from({ length: 6_000 }, () => line) }, 'field_invalid', '/lines'],
    [
      'an id that every object has',
      { ...order, lines: [{ ...line, id: 'constructor' }] },
      'field_invalid',
      '/lines/0/id',
    ],
    [
      'a name of 501 characters',
      { ...order, lines: [{ ...line, name: 'x'.repeat(501) }] },
      'field_invalid',
      '/lines/0/name',
    ],
    ['a list instead of an order', [order], 'field_invalid', ''],
    ['nothing', null, 'field_invalid', ''],
  ])('is refused with %s', (_name, body, code, pointer) => {
    const refused = problem(JSON.parse(JSON.stringify(body)));
    expect(refused).toMatchObject({ code, where: { pointer, in: 'body' } });
  });

  it('normalises dates to UTC with milliseconds', () => {
    const body = { ...order, deliveries: [{ type: 'delivery', promisedAt: '2026-03-02T01:00:00+02:00' }] };
    expect(problem(body)).toBeNull();
    expect(body.deliveries[0]?.promisedAt).toBe('2026-03-01T23:00:00.000Z');
  });

  it('keeps custom data as it is, unless it is too deep', () => {
    const custom = { a: { b: [1, 'x', null, true] } };
    expect(problem({ ...order, custom })).toBeNull();
    const deep = JSON.parse(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`) as unknown;
    expect(problem({ ...order, custom: deep })).toMatchObject({ code: 'field_invalid', where: { pointer: '/custom' } });
  });
});

describe('a body with several faults', () => {
  const findErrors = createErrorFinder(REQUEST_SCHEMAS);
  const schema = { $ref: 'PlaceOrder#' };

  it('names each of them with its pointer', () => {
    const body = { lines: [{ ...line, quantity: 0 }, { name: 'Pot' }], total: '100', discount: 1 };
    expect(findErrors(schema, body, 100).map(({ pointer }) => pointer)).toEqual([
      '/currency',
      '/discount',
      '/lines/0/quantity',
      '/lines/1/sku',
      '/lines/1/quantity',
      '/total',
    ]);
  });

  it('names 20 at most', () => {
    expect(findErrors(schema, { ...order, lines: Array(300).fill({}) }, 100)).toHaveLength(20);
  });

  it('is not looked through where its route validates by another schema than it describes', () => {
    expect(findErrors({ $ref: 'PlaceOrders#' }, {}, 100)).toEqual([]);
  });

  it('is not looked through beyond 64 KB', () => {
    expect(findErrors(schema, {}, 64 * 1024 + 1)).toEqual([]);
  });
});
