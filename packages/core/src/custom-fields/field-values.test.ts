import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionProblems, type FieldsSchema } from './field-schema.js';
import { checkedPatch, type FieldPatch, NO_VALUES, patched, valueProblem } from './field-values.js';

const schema: FieldsSchema = {
  type: 'object',
  properties: {
    serial: { type: 'string', maxLength: 5, 'x-personal': false },
    grade: { type: 'string', enum: ['a', 'b'] },
    until: { type: 'string', format: 'date', 'x-personal': false },
    weight: { type: 'number', minimum: 0, maximum: 10 },
    deposit: { type: 'integer', format: 'amount', 'x-personal': false },
    checked: { type: 'boolean' },
    marks: { type: 'array', items: { type: 'string', enum: ['x', 'y'] }, uniqueItems: true },
  },
  required: ['serial'],
};

const set = (patch: FieldPatch, before = NO_VALUES, whole = true) => checkedPatch(schema, before, patch, whole);

describe('values of fields', () => {
  it('stand apart by whether they belong to the person', () => {
    const patch = set({ serial: 'AB-1', grade: 'a', checked: false });
    expect(patch).toEqual({ plain: { serial: 'AB-1' }, personal: { grade: 'a', checked: false } });
  });

  it.each([
    [{ color: 'red' }, 'color', 'unknown'],
    [{ toString: 'red' }, 'toString', 'unknown'],
    [{ serial: 'ABCDEF' }, 'serial', 'too_long'],
    [{ serial: 7 }, 'serial', 'type'],
    [{ serial: 'A', grade: 'c' }, 'grade', 'enum'],
    [{ serial: 'A', until: '2026-02-30' }, 'until', 'format'],
    [{ serial: 'A', weight: 10.5 }, 'weight', 'too_large'],
    [{ serial: 'A', weight: Number.NaN }, 'weight', 'type'],
    [{ serial: 'A', deposit: 1.5 }, 'deposit', 'type'],
    [{ serial: 'A', deposit: 2e12 }, 'deposit', 'too_large'],
    [{ serial: 'A', checked: 'yes' }, 'checked', 'type'],
    [{ serial: 'A', marks: ['x', 'x'] }, 'marks', 'items'],
    [{ serial: 'A', marks: ['z'] }, 'marks', 'enum'],
    [{ grade: 'a' }, 'serial', 'required'],
  ])('%j does not fit', (patch, field, problem) => {
    expect(set(patch)).toEqual({ field, problem });
  });

  it('are taken away by null, but not where they are required', () => {
    const before = patched(NO_VALUES, { plain: { serial: 'A' }, personal: { grade: 'a' } });
    expect(set({ grade: null }, before)).toEqual({ plain: {}, personal: { grade: null } });
    expect(set({ serial: null }, before)).toEqual({ field: 'serial', problem: 'required' });
    expect(set({ grade: 'b' }, NO_VALUES, false), 'what came before the field lacks it').toMatchObject({
      personal: { grade: 'b' },
    });
  });

  it('that are so already change nothing', () => {
    const before = patched(NO_VALUES, { plain: { serial: 'A' }, personal: { marks: ['x', 'y'] } });
    expect(set({ serial: 'A', marks: ['x', 'y'], weight: null }, before)).toEqual({ plain: {}, personal: {} });
  });

  it('of a field that is defined no more may be taken away, and not changed', () => {
    const before = patched(NO_VALUES, { plain: { serial: 'A', old: '1' }, personal: {} });
    expect(set({ old: null }, before)).toEqual({ plain: { old: null }, personal: {} });
    expect(set({ old: '1' }, before)).toEqual({ plain: {}, personal: {} });
    expect(set({ old: '2' }, before)).toEqual({ field: 'old', problem: 'unknown' });
  });

  it('move to the other side where the definition did', () => {
    const before = patched(NO_VALUES, { plain: {}, personal: { serial: 'A' } });
    const patch = set({ serial: 'A' }, before);
    expect(patch).toEqual({ plain: { serial: 'A' }, personal: { serial: null } });
    expect(patched(before, patch as never)).toEqual({ plain: { serial: 'A' }, personal: {} });
  });

  it('are what was sent, and sending them again changes nothing', () => {
    const value = fc.oneof(
      fc.constantFrom('A', 'B-1', '2026-03-02', 'a', 'x'),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const patches = fc.dictionary(fc.constantFrom(...Object.keys(schema.properties)), value);
    fc.assert(
      fc.property(patches, patches, (first, second) => {
        const one = checkedPatch(schema, NO_VALUES, first, false);
        if ('problem' in one) return;
        const before = patched(NO_VALUES, one);
        const two = checkedPatch(schema, before, second, false);
        if ('problem' in two) return;
        const after = patched(before, two);
        for (const [name, sent] of Object.entries(second)) {
          expect({ ...after.plain, ...after.personal }[name] ?? null).toEqual(sent);
        }
        expect(checkedPatch(schema, after, second, false)).toEqual({ plain: {}, personal: {} });
      }),
    );
  });
});

describe('formats', () => {
  it.each([
    ['date', '2024-02-29', null],
    ['date', '2026-02-29', 'format'],
    ['date', '1900-02-29', 'format'],
    ['date', '2026-13-01', 'format'],
    ['date-time', '2026-03-02T10:00:00Z', null],
    ['date-time', '2026-03-02T10:00:00', 'format'],
    ['email', 'ana@example.com', null],
    ['email', 'ana', 'format'],
    ['uri', 'https://example.com/a', null],
    ['uri', 'javascript:alert(1)', 'format'],
  ] as const)('%s %s: %s', (format, value, problem) => {
    expect(valueProblem({ type: 'string', format }, value)).toBe(problem);
  });

  it('count characters, not their halves', () => {
    expect(valueProblem({ type: 'string', maxLength: 2 }, '🫖🫖')).toBeNull();
    expect(valueProblem({ type: 'string', maxLength: 1 }, '🫖🫖')).toBe('too_long');
  });
});

describe('a definition', () => {
  it('may say everything that the example says', () => expect(definitionProblems(schema)).toEqual([]));

  it.each([
    [[], '', 'type'],
    [{ type: 'object', properties: { a: { type: 'string', pattern: '(a+)+$' } } }, '/properties/a/pattern', 'keyword'],
    [{ type: 'object', properties: { a: { $ref: '#' } } }, '/properties/a/type', 'type'],
    [{ type: 'object', properties: { 'A b': { type: 'string' } } }, '/properties/A b', 'name'],
    [{ type: 'object', properties: { constructor: { type: 'string' } } }, '/properties/constructor', 'name'],
    [{ type: 'object', properties: { a: { type: 'string', enum: ['x', 'x'] } } }, '/properties/a/enum', 'enum'],
    [
      { type: 'object', properties: { a: { type: 'string', minLength: 9, maxLength: 3 } } },
      '/properties/a/maxLength',
      'bounds',
    ],
    [{ type: 'object', properties: { a: { type: 'number', format: 'amount' } } }, '/properties/a/format', 'keyword'],
    [
      { type: 'object', properties: { a: { type: 'array', items: { type: 'object' } } } },
      '/properties/a/items',
      'type',
    ],
    [
      { type: 'object', properties: { a: { type: 'string', 'x-labels': { en: '' } } } },
      '/properties/a/x-labels',
      'label',
    ],
    [
      { type: 'object', properties: { a: { type: 'string', enum: ['x'], 'x-enum-labels': { y: { en: 'Y' } } } } },
      '/properties/a/x-enum-labels',
      'label',
    ],
    [{ type: 'object', properties: {}, required: ['a'] }, '/required', 'required_unknown'],
    [{ type: 'object', properties: {}, allOf: [] }, '/allOf', 'keyword'],
  ])('%j is none', (definition, pointer, problem) => {
    expect(definitionProblems(definition)).toContainEqual({ pointer, problem });
  });
});
