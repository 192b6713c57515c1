/**
 * Fields that an account adds to documents, as data. A definition is a JSON Schema (2020-12) of an object, within the part
 * of it that is listed here: what is left out (patterns, references, conditions) either cannot be shown as a form or lets a
 * definition take unbounded time. Everything of ours beside it begins with `x-`, so any validator reads the same schema.
 */

/** A text in several languages, by BCP 47 tag: `{ "en": "Warranty", "de": "Garantie" }`. At least one. */
export type Labels = Readonly<Record<string, string>>;

export interface FieldsSchema {
  readonly type: 'object';
  /** By name, in the order in which a form shows them. */
  readonly properties: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  /** Ignored: a name that is not defined is always refused. */
  readonly additionalProperties?: false;
}

interface Shown {
  readonly title?: string;
  readonly description?: string;
  readonly 'x-labels'?: Labels;
  /** Names the part of the form that it stands in; fields of one section stand together. */
  readonly 'x-section'?: string;
  /** True: a column of the list of documents. */
  readonly 'x-listed'?: boolean;
  /**
   * False: holds nothing about a person. Everything else is encrypted under the key of the order's person, and gone when
   * that person is forgotten.
   */
  readonly 'x-personal'?: boolean;
}

export interface TextField extends Shown {
  readonly type: 'string';
  readonly enum?: readonly string[];
  /** What people read in the place of a value of `enum`. */
  readonly 'x-enum-labels'?: Readonly<Record<string, Labels>>;
  /** Characters. At most 10,000; 500 where absent. */
  readonly maxLength?: number;
  readonly minLength?: number;
  /** `date`: 2026-03-02 · `date-time`: an instant with its zone · `multiline`: shown as a box of text. */
  readonly format?: 'date' | 'date-time' | 'email' | 'uri' | 'multiline';
}

export interface NumberField extends Shown {
  readonly type: 'integer' | 'number';
  readonly minimum?: number;
  readonly maximum?: number;
  /** `amount`, of integers alone: minor units of the order's currency. */
  readonly format?: 'amount';
}

export interface FlagField extends Shown {
  readonly type: 'boolean';
}

export interface ListField extends Shown {
  readonly type: 'array';
  readonly items: { readonly type: 'string'; readonly enum?: readonly string[]; readonly maxLength?: number };
  readonly 'x-enum-labels'?: Readonly<Record<string, Labels>>;
  /** At most 100; 100 where absent. */
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
}

export type FieldSchema = TextField | NumberField | FlagField | ListField;

export const FIELD_LIMITS = {
  fields: 100,
  enum: 200,
  characters: 10_000,
  usualCharacters: 500,
  items: 100,
  label: 200,
  languages: 20,
} as const;

/** What stands against a definition: where, as a JSON pointer into it, and what. */
export interface DefinitionProblem {
  readonly pointer: string;
  readonly problem:
    'name' | 'keyword' | 'type' | 'format' | 'enum' | 'bounds' | 'label' | 'too_many' | 'required_unknown';
}

const SHOWN = ['type', 'title', 'description', 'x-labels', 'x-section', 'x-listed', 'x-personal'];
const KEYWORDS: Readonly<Record<FieldSchema['type'], readonly string[]>> = {
  string: [...SHOWN, 'enum', 'x-enum-labels', 'maxLength', 'minLength', 'format'],
  integer: [...SHOWN, 'minimum', 'maximum', 'format'],
  number: [...SHOWN, 'minimum', 'maximum'],
  boolean: SHOWN,
  array: [...SHOWN, 'items', 'x-enum-labels', 'maxItems', 'minItems', 'uniqueItems'],
};
const TEXT_FORMATS: readonly unknown[] = ['date', 'date-time', 'email', 'uri', 'multiline'];

/** Everything that is wrong with a definition, as it came from outside; empty: it may be used. */
export function definitionProblems(definition: unknown): readonly DefinitionProblem[] {
  if (!isRecord(definition)) return [{ pointer: '', problem: 'type' }];
  const found: DefinitionProblem[] = [];
  const say = (pointer: string, problem: DefinitionProblem['problem']): void => void found.push({ pointer, problem });
  for (const key of Object.keys(definition)) {
    if (!['type', 'properties', 'required', 'additionalProperties'].includes(key)) say(`/${key}`, 'keyword');
  }
  if (definition['type'] !== 'object') say('/type', 'type');
  if (definition['additionalProperties'] !== undefined && definition['additionalProperties'] !== false)
    say('/additionalProperties', 'type');
  const properties = definition['properties'];
  if (!isRecord(properties)) return [...found, { pointer: '/properties', problem: 'type' }];
  const names = Object.keys(properties);
  if (names.length > FIELD_LIMITS.fields) return [...found, { pointer: '/properties', problem: 'too_many' }];
  for (const name of names) {
    const at = `/properties/${name}`;
    if (!isFieldName(name)) say(at, 'name');
    fieldProblems(properties[name], at, say);
  }
  const required = definition['required'];
  if (required !== undefined) {
    if (!isTexts(required)) say('/required', 'type');
    else for (const name of required) if (!names.includes(name)) say('/required', 'required_unknown');
  }
  return found;
}

/** A name of a field: of the kind that is one in every language that reads JSON, and in a column of a file. */
export const isFieldName = (name: string): boolean => /^[a-z][A-Za-z0-9_]{0,39}$/.test(name) && !(name in {});

type Say = (pointer: string, problem: DefinitionProblem['problem']) => void;

function fieldProblems(field: unknown, at: string, say: Say): void {
  if (!isRecord(field)) {
    say(at, 'type');
    return;
  }
  const type = field['type'];
  if (typeof type !== 'string' || !Object.hasOwn(KEYWORDS, type)) {
    say(`${at}/type`, 'type');
    return;
  }
  for (const key of Object.keys(field)) {
    if (!KEYWORDS[type as FieldSchema['type']].includes(key)) say(`${at}/${key}`, 'keyword');
  }
  shownProblems(field, at, say);
  switch (type) {
    case 'string':
      textProblems(field, at, say);
      break;
    case 'integer':
    case 'number':
      if (field['format'] !== undefined && field['format'] !== 'amount') say(`${at}/format`, 'format');
      boundsProblem(field, ['minimum', 'maximum'], at, say, Number.isFinite);
      break;
    case 'array':
      listProblems(field, at, say);
      break;
    default:
      break;
  }
}

function shownProblems(field: Readonly<Record<string, unknown>>, at: string, say: Say): void {
  for (const key of ['title', 'description', 'x-section'] as const) {
    const text = field[key];
    if (text !== undefined && !isLabel(text)) say(`${at}/${key}`, 'label');
  }
  if (field['x-labels'] !== undefined && !areLabels(field['x-labels'])) say(`${at}/x-labels`, 'label');
  for (const key of ['x-listed', 'x-personal'] as const) {
    if (field[key] !== undefined && typeof field[key] !== 'boolean') say(`${at}/${key}`, 'type');
  }
  const named = field['x-enum-labels'];
  if (named !== undefined && !(isRecord(named) && namesChoices(field, named))) say(`${at}/x-enum-labels`, 'label');
}

/** Labels are of values that may be chosen, and of no others. */
function namesChoices(field: Readonly<Record<string, unknown>>, named: Readonly<Record<string, unknown>>): boolean {
  const { items } = field;
  const choices = isRecord(items) ? items['enum'] : field['enum'];
  return (
    Object.values(named).every(areLabels) &&
    Object.keys(named).every((value) => isTexts(choices) && choices.includes(value))
  );
}

function textProblems(field: Readonly<Record<string, unknown>>, at: string, say: Say): void {
  if (field['format'] !== undefined && !TEXT_FORMATS.includes(field['format'])) say(`${at}/format`, 'format');
  enumProblem(field['enum'], `${at}/enum`, say);
  boundsProblem(field, ['minLength', 'maxLength'], at, say, (most) => isCount(most, FIELD_LIMITS.characters));
}

function listProblems(field: Readonly<Record<string, unknown>>, at: string, say: Say): void {
  const { items, uniqueItems } = field;
  if (uniqueItems !== undefined && typeof uniqueItems !== 'boolean') say(`${at}/uniqueItems`, 'type');
  boundsProblem(field, ['minItems', 'maxItems'], at, say, (most) => isCount(most, FIELD_LIMITS.items));
  if (!isRecord(items) || items['type'] !== 'string') {
    say(`${at}/items`, 'type');
    return;
  }
  for (const key of Object.keys(items)) {
    if (!['type', 'enum', 'maxLength'].includes(key)) say(`${at}/items/${key}`, 'keyword');
  }
  enumProblem(items['enum'], `${at}/items/enum`, say);
  const most = items['maxLength'];
  if (most !== undefined && !isCount(most, FIELD_LIMITS.characters)) say(`${at}/items/maxLength`, 'bounds');
}

function enumProblem(values: unknown, at: string, say: Say): void {
  if (values === undefined) return;
  const sound =
    isTexts(values) &&
    values.length > 0 &&
    values.length <= FIELD_LIMITS.enum &&
    new Set(values).size === values.length &&
    values.every((value) => value !== '' && value.length <= FIELD_LIMITS.label);
  if (!sound) say(at, 'enum');
}

function boundsProblem(
  field: Readonly<Record<string, unknown>>,
  [least, most]: readonly [string, string],
  at: string,
  say: Say,
  isBound: (value: unknown) => boolean,
): void {
  for (const key of [least, most]) if (field[key] !== undefined && !isBound(field[key])) say(`${at}/${key}`, 'bounds');
  const [low, high] = [field[least], field[most]];
  if (typeof low === 'number' && typeof high === 'number' && low > high) say(`${at}/${most}`, 'bounds');
}

/** Whether these are labels: 1 to 20 languages, each with a text. */
export function areLabels(labels: unknown): labels is Labels {
  if (!isRecord(labels)) return false;
  const entries = Object.entries(labels);
  return (
    entries.length > 0 &&
    entries.length <= FIELD_LIMITS.languages &&
    entries.every(([language, text]) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(language) && isLabel(text))
  );
}

const isLabel = (text: unknown): boolean =>
  typeof text === 'string' && text.trim() !== '' && text.length <= FIELD_LIMITS.label;
const isCount = (value: unknown, most: number): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
const isTexts = (values: unknown): values is readonly string[] =>
  Array.isArray(values) && values.every((value) => typeof value === 'string');
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
