import { describe, expect, it } from 'vitest';
import { asKind, FIELD_KINDS, kindOf } from './field-kinds.js';
import { definitionOf, faultOf, type FieldsDraft, formOf, isFormable, languagesOf, textOf } from './fields-draft.js';
import { moved } from './rows.js';

const DEFINITION = {
  type: 'object',
  properties: {
    serial: { type: 'string', maxLength: 20, 'x-personal': false, 'x-labels': { en: 'Serial', de: 'Seriennummer' } },
    reason: { type: 'string', enum: ['broken', 'late'], 'x-enum-labels': { late: { en: 'Too late' } } },
    parts: { type: 'array', items: { type: 'string', enum: ['lid', 'pot'] }, uniqueItems: true },
    cost: { type: 'integer', format: 'amount', minimum: 0 },
  },
  required: ['serial'],
} as const;

type Form = Extract<FieldsDraft, { view: 'form' }>;
const form = (): Form => formOf(DEFINITION) as Form;

describe('fields while they are written', () => {
  it('are the same definition again, in the same order', () => {
    const again = definitionOf(form(), ['en', 'de']);
    expect(again).toEqual(DEFINITION);
    expect(Object.keys((again as typeof DEFINITION).properties)).toEqual(Object.keys(DEFINITION.properties));
    expect(definitionOf(textOf(DEFINITION), [])).toEqual(DEFINITION);
  });

  it('keep what a form does not show, for the server to judge', () => {
    const odd = { type: 'object', properties: { a: { type: 'string', pattern: '^x' } }, $comment: 'ours' } as const;
    expect(isFormable(odd)).toBe(true);
    expect(definitionOf(formOf(odd), ['en'])).toEqual(odd);
  });

  it('have texts in the languages that there are, and no blank ones', () => {
    expect(languagesOf(DEFINITION)).toEqual(['en', 'de', 'en']);
    const { properties } = definitionOf(form(), ['de']) as typeof DEFINITION;
    expect(properties.serial['x-labels']).toEqual({ de: 'Seriennummer' });
    expect(properties.reason).not.toHaveProperty('x-enum-labels');
  });

  it('change places, and stay where there is no other place', () => {
    const { fields } = form();
    const names = (rows: readonly { readonly name: string }[]): string[] => rows.map(({ name }) => name);
    const [first, second] = fields;
    expect(names(moved(fields, second?.key ?? '', -1))).toEqual(['reason', 'serial', 'parts', 'cost']);
    expect(moved(fields, first?.key ?? '', -1)).toBe(fields);
  });

  it('of one name cannot be sent, nor a text that is no JSON', () => {
    const { fields, ...rest } = form();
    const twice = fields.map((field) => ({ ...field, name: 'serial' }));
    expect(faultOf({ ...rest, fields })).toBeNull();
    expect(faultOf({ ...rest, fields: twice })).toEqual({ fault: 'twice', name: 'serial' });
    expect(faultOf({ view: 'json', text: '{\n "type": object }' })).toEqual({ fault: 'json', line: 2 });
  });

  it.each([
    ['a text', 'x'],
    ['no properties', { type: 'object' }],
    ['a field without a type', { type: 'object', properties: { a: {} } }],
    ['a list of nothing', { type: 'object', properties: { a: { type: 'array' } } }],
    ['choices that are no texts', { type: 'object', properties: { a: { type: 'string', enum: [1] } } }],
    ['a label that is no text', { type: 'object', properties: { a: { type: 'string', 'x-labels': { en: 1 } } } }],
  ])('cannot be shown as a form where they are %s', (_what, definition) => {
    expect(isFormable(definition)).toBe(false);
  });
});

describe('the kind of a field', () => {
  it.each(FIELD_KINDS)('%s is read from its schema again', (kind) => {
    expect(kindOf(asKind({ type: 'boolean' }, kind))).toBe(kind);
  });

  it('takes along what the form shows, and no bounds', () => {
    const labels = { en: 'Cost' };
    const field = asKind({ type: 'string', maxLength: 9, title: 'c', 'x-labels': labels, 'x-listed': true }, 'integer');
    expect(field).toEqual({ type: 'integer', title: 'c', 'x-labels': labels, 'x-listed': true });
  });
});
