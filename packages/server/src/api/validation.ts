import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv';
import type { FastifySchemaCompiler, FastifySchemaValidationError } from 'fastify';
import { toInstant } from './instant.js';
import { escapePointer, freeJsonProblem, isStorable } from './json-body.js';
import { MAX_POINTER, type ProblemCode, type ProblemError, type ProblemPart, RequestProblem } from './problem.js';

const OPTIONS: Options = {
  strict: true,
  allowUnionTypes: true,
  // Of shapes that a field tells apart, that of the field is asked, and its fault is told.
  discriminator: true,
  strictRequired: false,
  allErrors: false,
  removeAdditional: false,
  useDefaults: false,
  // A third of the time that compiling takes at each start; a test looks whether the schemas are schemas.
  validateSchema: false,
  // The error then carries the schema that refused, and with it the refusal code that this schema names.
  verbose: true,
};

/**
 * Two validators: bodies are taken as they are, query and path come as text and are coerced. Both add what JSON Schema
 * cannot say: `x-instant` checks and normalises a date-time, `x-free-json` bounds depth, `x-key` keeps names away that
 * every object has (`constructor`), because ids become keys of records; `x-refusal` names the code of a failure.
 */
export function createValidatorCompiler(shared: readonly object[]): FastifySchemaCompiler<object> {
  const strict = newAjv({ ...OPTIONS, coerceTypes: false }, shared);
  const coercing = newAjv({ ...OPTIONS, coerceTypes: 'array' }, shared);
  // Headers are described for the document alone: the code that uses one reads and refuses it.
  return ({ schema, httpPart }) =>
    httpPart === 'headers' ? () => true : (httpPart === 'body' ? strict : coercing).compile(schema);
}

function newAjv(options: Options, shared: readonly object[]): Ajv {
  const ajv = new Ajv(options);
  ajv.addKeyword({ keyword: 'x-refusal', schemaType: 'string' });
  // Of a later draft than the one that Ajv reads by itself.
  ajv.addKeyword({
    keyword: 'dependentRequired',
    type: 'object',
    schemaType: 'object',
    macro: (dependencies: object) => ({ dependencies }),
  });
  ajv.addFormat('date-time', true);
  ajv.addFormat('email', true);
  ajv.addFormat('uri', true);
  ajv.addKeyword({
    keyword: 'x-instant',
    type: 'string',
    schemaType: 'boolean',
    modifying: true,
    errors: false,
    error: { message: 'must be a date-time such as 2026-03-02T10:29:11Z, from 1970 to 2199' },
    compile: () => (text: string, context) => {
      const instant = toInstant(text);
      if (instant === null || context === undefined) return false;
      (context.parentData as Record<string | number, unknown>)[context.parentDataProperty] = instant;
      return true;
    },
  });
  ajv.addKeyword({
    keyword: 'x-free-json',
    schemaType: 'boolean',
    errors: false,
    error: { message: 'is nested too deep or holds a number that is too large' },
    compile: () => (value: unknown) => freeJsonProblem(value) === null,
  });
  ajv.addKeyword({
    keyword: 'x-key',
    type: 'string',
    schemaType: 'boolean',
    errors: false,
    error: { message: 'is a reserved word' },
    compile: () => (text: string) => !(text in Object.prototype),
  });
  ajv.addKeyword({
    keyword: 'x-storable',
    type: 'string',
    schemaType: 'boolean',
    errors: false,
    error: { message: 'holds characters that cannot be stored' },
    compile: () => isStorable,
  });
  for (const schema of shared) ajv.addSchema(schema);
  return ajv;
}

/** Bodies up to this many bytes are looked through for all their faults. */
const SEARCHED_BYTES = 64 * 1024;
const MOST_ERRORS = 20;

/** All faults of a body that was refused, 20 at most; the first alone where the body is large. */
export type FindErrors = (schema: object, body: unknown, bytes: number) => readonly ProblemError[];

/**
 * The validator that every request passes stops at the first fault: a body of a million of them must not fill the memory.
 * This second one is made for a schema when a body fails under it first, and looks at small bodies only.
 */
export function createErrorFinder(shared: readonly object[]): FindErrors {
  const ajv = newAjv({ ...OPTIONS, allErrors: true, coerceTypes: false }, shared);
  const compiled = new WeakMap<object, ValidateFunction>();
  return (schema, body, bytes) => {
    if (bytes > SEARCHED_BYTES) return [];
    // A route may describe one schema and validate by another (orders in bulk): then the first fault has to do.
    const name = (schema as { readonly $ref?: string }).$ref;
    if (name !== undefined && ajv.getSchema(name) === undefined) return [];
    const validate = compiled.get(schema) ?? ajv.compile(schema);
    compiled.set(schema, validate);
    if (validate(body)) return [];
    const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'anyOf').slice(0, MOST_ERRORS);
    return errors.map((error) => ({ pointer: boundedPointer(pointerOf(error)), detail: detailOf(error) }));
  };
}

/** As `problemOf` cuts it. */
const boundedPointer = (pointer: string): string => pointer.slice(0, MAX_POINTER);

function detailOf({ keyword, message }: Partial<ErrorObject>): string {
  if (keyword === 'additionalProperties' || keyword === 'propertyNames') return 'does not exist here';
  if (keyword === 'required') return 'is missing';
  return message ?? 'is wrong';
}

const PARTS: Record<string, ProblemPart> = { body: 'body', querystring: 'query', params: 'path', headers: 'header' };

/** The problem that a schema failure is: its code, the pointer to the guilty field, and what is wrong with it. */
export function validationProblem(errors: readonly FastifySchemaValidationError[], httpPart: string): RequestProblem {
  const error = (errors as readonly Partial<ErrorObject>[]).find(({ keyword }) => keyword !== 'anyOf') ?? {};
  const where = { in: PARTS[httpPart] ?? 'body', pointer: pointerOf(error) };
  if (error.keyword === 'additionalProperties' || error.keyword === 'propertyNames') {
    return new RequestProblem('field_unknown', where);
  }
  if (error.keyword === 'required') return new RequestProblem('field_missing', where);
  const said = error.parentSchema?.['x-refusal'] as unknown;
  // That text is invalid is said of its characters alone; too long, or given twice, is what any field can be.
  const named = said === 'text_invalid' && error.keyword !== 'x-storable' ? undefined : said;
  const detail = error.message === undefined ? {} : { detail: `${where.pointer || 'It'} ${error.message}.` };
  return new RequestProblem((named as ProblemCode | undefined) ?? 'field_invalid', { ...where, ...detail });
}

function pointerOf(error: Partial<ErrorObject>): string {
  const params = (error.params ?? {}) as Record<string, unknown>;
  const name = params['missingProperty'] ?? params['additionalProperty'] ?? params['propertyName'];
  const within = error.instancePath ?? '';
  return typeof name === 'string' ? `${within}/${escapePointer(name)}` : within;
}
