import type { FieldSchema, FieldsSchema } from '../../documents/field-schema.js';
import type { Labels } from '../../documents/labels.js';
import { readJson } from '../../parts/pointer-lines.js';
import { type Keyed, newKey } from './rows.js';

/** A value to choose, and what people read in its place. */
export interface ChoiceDraft extends Keyed {
  readonly value: string;
  readonly labels: Labels;
}

/** A field while it is written. Names may be missing or twice meanwhile, so fields are a list here. */
export interface FieldDraft extends Keyed {
  readonly name: string;
  readonly isRequired: boolean;
  /** Everything of it but its choices and what these are called. */
  readonly schema: FieldSchema;
  readonly choices: readonly ChoiceDraft[];
}

/** Fields while they are written: as rows of a form, or as the text of their schema. */
export type FieldsDraft =
  | { readonly view: 'form'; readonly fields: readonly FieldDraft[]; readonly more: Readonly<Record<string, unknown>> }
  | { readonly view: 'json'; readonly text: string };

/** What keeps a draft from being sent at all: the server would not even see it. */
export type DraftFault =
  { readonly fault: 'twice'; readonly name: string } | { readonly fault: 'json'; readonly line: number };

export function formOf({ properties, required = [], type: _object, ...more }: FieldsSchema): FieldsDraft {
  const fields = Object.entries(properties).map(([name, whole]): FieldDraft => {
    const { 'x-enum-labels': labels = {}, ...schema } = whole;
    const values = schema.enum ?? schema.items?.enum ?? [];
    return {
      key: newKey(),
      name,
      isRequired: required.includes(name),
      schema,
      choices: values.map((value) => ({ key: newKey(), value, labels: labels[value] ?? {} })),
    };
  });
  return { view: 'form', fields, more };
}

export const textOf = (definition: unknown): FieldsDraft => ({
  view: 'json',
  text: JSON.stringify(definition, null, 2),
});

export function faultOf(draft: FieldsDraft): DraftFault | null {
  if (draft.view === 'json') {
    const read = readJson(draft.text);
    return 'faultLine' in read ? { fault: 'json', line: read.faultLine } : null;
  }
  const twice = draft.fields.find(({ name }, place) => draft.fields.findIndex((one) => one.name === name) < place);
  return twice === undefined ? null : { fault: 'twice', name: twice.name };
}

/** The definition to send. Texts are those of these languages; what is blank is no text. */
export function definitionOf(draft: FieldsDraft, languages: readonly string[]): unknown {
  if (draft.view === 'json') {
    const read = readJson(draft.text);
    return 'value' in read ? read.value : {};
  }
  const required = draft.fields.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(draft.fields.map((field) => [field.name, schemaOf(field, languages)])),
    ...(required.length === 0 ? {} : { required }),
    ...draft.more,
  };
}

function schemaOf({ schema, choices }: FieldDraft, languages: readonly string[]): FieldSchema {
  const { 'x-labels': labels = {}, enum: ofOne, items, ...rest } = schema;
  const values = choices.map(({ value }) => value);
  const called = textsIn(labels, languages);
  const named = choices.map(({ value, labels: texts }) => [value, textsIn(texts, languages)] as const);
  const isChosen = ofOne !== undefined || items?.enum !== undefined;
  const told = isChosen ? named.filter(([, texts]) => hasText(texts)) : [];
  return {
    ...rest,
    ...(ofOne === undefined ? {} : { enum: values }),
    ...(items === undefined ? {} : { items: items.enum === undefined ? items : { ...items, enum: values } }),
    ...(hasText(called) ? { 'x-labels': called } : {}),
    ...(told.length === 0 ? {} : { 'x-enum-labels': Object.fromEntries(told) }),
  };
}

/** The texts that are written in these languages, in their order. */
export const textsIn = (labels: Labels, languages: readonly string[]): Labels =>
  Object.fromEntries(
    languages.map((language) => [language, labels[language] ?? ''] as const).filter(([, text]) => text.trim() !== ''),
  );

const hasText = (labels: Labels): boolean => Object.keys(labels).length > 0;

/** The languages that a definition has texts in. */
export const languagesOf = ({ properties }: FieldsSchema): readonly string[] =>
  Object.values(properties).flatMap((field) => [
    ...Object.keys(field['x-labels'] ?? {}),
    ...Object.values(field['x-enum-labels'] ?? {}).flatMap((labels) => Object.keys(labels)),
  ]);

const TYPES: readonly unknown[] = ['string', 'integer', 'number', 'boolean', 'array'];

/** Whether a definition has the shape that a form reads; whether it is right, the server says. */
export function isFormable(definition: unknown): definition is FieldsSchema {
  if (!isRecord(definition) || definition['type'] !== 'object' || !isRecord(definition['properties'])) return false;
  const { properties, required = [] } = definition;
  return (
    isTexts(required) &&
    Object.values(properties).every(
      (field) =>
        isRecord(field) &&
        TYPES.includes(field['type']) &&
        (field['type'] !== 'array' || isRecord(field['items'])) &&
        [field['enum'], isRecord(field['items']) ? field['items']['enum'] : undefined].every(
          (choices) => choices === undefined || isTexts(choices),
        ) &&
        isLabels(field['x-labels'] ?? {}) &&
        isRecord(field['x-enum-labels'] ?? {}) &&
        Object.values(field['x-enum-labels'] ?? {}).every(isLabels),
    )
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (values: unknown): values is readonly string[] =>
  Array.isArray(values) && values.every((value) => typeof value === 'string');
const isLabels = (labels: unknown): boolean => isRecord(labels) && isTexts(Object.values(labels));
