import type { FieldSchema } from '../../documents/field-schema.js';

/** What a field can be, in the words of the screen: each is a type of the schema with a format or choices. */
const SHAPES = {
  text: { type: 'string' },
  long: { type: 'string', format: 'multiline' },
  choice: { type: 'string', enum: [] },
  choices: { type: 'array', items: { type: 'string', enum: [] }, uniqueItems: true },
  texts: { type: 'array', items: { type: 'string' } },
  date: { type: 'string', format: 'date' },
  moment: { type: 'string', format: 'date-time' },
  mail: { type: 'string', format: 'email' },
  web: { type: 'string', format: 'uri' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  amount: { type: 'integer', format: 'amount' },
  flag: { type: 'boolean' },
} as const satisfies Readonly<Record<string, FieldSchema>>;

export type FieldKind = keyof typeof SHAPES;
export const FIELD_KINDS = Object.keys(SHAPES) as FieldKind[];
export const isFieldKind = (kind: string | null): kind is FieldKind => kind !== null && kind in SHAPES;

const FORMATS: Readonly<Record<string, FieldKind>> = {
  multiline: 'long',
  date: 'date',
  'date-time': 'moment',
  email: 'mail',
  uri: 'web',
};

export function kindOf({ type, format = '', enum: choices, items }: FieldSchema): FieldKind {
  switch (type) {
    case 'string':
      return choices === undefined ? (FORMATS[format] ?? 'text') : 'choice';
    case 'array':
      return items?.enum === undefined ? 'texts' : 'choices';
    case 'integer':
      return format === 'amount' ? 'amount' : 'integer';
    case 'number':
      return 'number';
    case 'boolean':
      return 'flag';
  }
}

/** The field as another kind: what a form shows of it stays, its bounds were those of the kind before. */
export function asKind(field: FieldSchema, kind: FieldKind): FieldSchema {
  const shown = Object.entries(field).filter(([key]) => key.startsWith('x-') || SHOWN.includes(key));
  return { ...SHAPES[kind], ...Object.fromEntries(shown) };
}

const SHOWN = ['title', 'description'];
