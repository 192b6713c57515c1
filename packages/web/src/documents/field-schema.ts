import { type Labels, labelIn } from './labels.js';

/** A field that the account defined, as its JSON Schema says it. What else may stand there, the server knows. */
export interface FieldSchema {
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'array';
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: { readonly type: 'string'; readonly enum?: readonly string[]; readonly maxLength?: number };
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly 'x-labels'?: Labels;
  readonly 'x-enum-labels'?: Readonly<Record<string, Labels>>;
  readonly 'x-section'?: string;
  readonly 'x-listed'?: boolean;
  readonly 'x-personal'?: boolean;
}

export interface FieldsSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
}

export const NO_FIELDS: FieldsSchema = { type: 'object', properties: {} };

/** What fields hold, by name; undefined: nothing. */
export type FieldValues = Readonly<Record<string, unknown>>;

/** The definition inside an answer of the server, which says no more of it than that it is an object. */
export const fieldsIn = (fields: unknown): FieldsSchema => fields as FieldsSchema;

export const fieldLabel = (field: FieldSchema | undefined, name: string, language: string): string =>
  labelIn(field?.['x-labels'], language, field?.title ?? name);

export const choiceLabel = (field: FieldSchema, value: string, language: string): string =>
  labelIn(field['x-enum-labels']?.[value], language, value);

/** Fields by section, in the order in which they are defined; the first section has no name where fields have none. */
export function sectionsOf(schema: FieldsSchema): readonly (readonly [section: string, names: readonly string[]])[] {
  const sections = new Map<string, string[]>();
  for (const [name, field] of Object.entries(schema.properties)) {
    const section = field['x-section'] ?? '';
    const names = sections.get(section) ?? [];
    names.push(name);
    sections.set(section, names);
  }
  return [...sections];
}
