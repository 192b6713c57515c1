import { definitionProblems, type FieldSchema, type FieldsSchema } from '@docket/core/custom-fields/field-schema';
import { checkedPatch, NO_VALUES } from '@docket/core/custom-fields/field-values';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, it } from 'vitest';

/**
 * What an account defines is JSON Schema to everybody else who reads it, so a value must fit here exactly when it fits
 * there. Formats are left out: JSON Schema leaves them to whoever validates.
 */

const text = fc.constantFrom('', 'a', 'ab', 'abc', 'x', 'y', '🫖', '🫖🫖');
const bound = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });
const choices = fc.option(fc.uniqueArray(fc.constantFrom('a', 'ab', 'x', 'y'), { minLength: 1 }), { nil: undefined });
const field = fc
  .oneof(
    fc.record({ type: fc.constant('string'), enum: choices, minLength: bound, maxLength: bound }),
    fc.record({ type: fc.constantFrom('integer', 'number'), minimum: bound, maximum: bound }),
    fc.record({ type: fc.constant('boolean') }),
    fc.record({
      type: fc.constant('array'),
      items: fc.record({ type: fc.constant('string'), enum: choices, maxLength: bound }),
      minItems: bound,
      maxItems: bound,
      uniqueItems: fc.boolean(),
    }),
  )
  .map((each) => JSON.parse(JSON.stringify(each)) as FieldSchema);

const value = fc.oneof(
  text,
  fc.integer({ min: -1, max: 4 }),
  fc.constantFrom(0.5, 2.5),
  fc.boolean(),
  fc.array(text, { maxLength: 4 }),
);

const definition = fc
  .record({
    properties: fc.dictionary(fc.constantFrom('one', 'two', 'three'), field),
    required: fc.subarray(['one', 'two', 'three']),
  })
  .map(({ properties, required }): FieldsSchema => ({
    type: 'object',
    properties,
    required: required.filter((name) => name in properties),
    additionalProperties: false,
  }))
  .filter((each) => definitionProblems(each).length === 0);

const ajv = new Ajv({ strict: false });

it('a value fits a definition here exactly when a validator of JSON Schema says so', () => {
  const seen = { fits: 0, not: 0 };
  fc.assert(
    fc.property(definition, fc.dictionary(fc.constantFrom('one', 'two', 'three', 'four'), value), (schema, values) => {
      const fits = ajv.compile(schema)(values);
      expect(!('problem' in checkedPatch(schema, NO_VALUES, values, true))).toBe(fits);
      seen[fits ? 'fits' : 'not'] += 1;
    }),
    { numRuns: 500 },
  );
  // of 500 pairs some 20 to 40 fit: five would say that hardly anything was compared
  expect(Math.min(seen.fits, seen.not)).toBeGreaterThan(5);
});
