import { type TObject, type TProperties, type TSchema, Type } from 'typebox';
import { closed, ref } from './fields.js';
import { next } from './paging.js';

/** The schemas of a setting, all from one list of fields. */
export interface SettingSchemas {
  readonly keyName: string;
  readonly key: TSchema;
  /** A row of a load: the fields with the key. */
  readonly input: TObject;
  /** Of PUT: what is left out takes its default. */
  readonly body: TObject;
  /** Of PATCH: what is left out stays. */
  readonly patch: TObject;
  /** As it is answered. */
  readonly view: TObject;
  readonly page: TObject;
}

/**
 * @param fields what may be written, as it is answered too
 * @param optional names of the fields that have a default
 * @param answered fields that are answered and never written
 */
export function settingSchemas(
  name: string,
  [keyName, key]: readonly [string, TSchema],
  fields: TProperties,
  optional: readonly string[],
  answered: TProperties = {},
): SettingSchemas {
  const mayLack = (names: readonly string[]): TProperties =>
    Object.fromEntries(
      Object.entries(fields).map(([field, schema]) => [field, names.includes(field) ? Type.Optional(schema) : schema]),
    );
  const view = closed({ [keyName]: key, ...fields, ...answered }, { $id: name });
  return {
    keyName,
    key,
    input: closed({ [keyName]: key, ...mayLack(optional) }, { $id: `${name}Input` }),
    body: closed(mayLack(optional), { $id: `${name}Body` }),
    patch: closed(mayLack(Object.keys(fields)), { $id: `${name}Patch`, minProperties: 1 }),
    view,
    page: closed({ items: Type.Array(ref(view)), next }, { $id: `${name}Page` }),
  };
}

/** The same, or null: "none". */
export const orNull = (schema: TSchema): TSchema => {
  const { type, enum: values } = schema as { type?: string; enum?: readonly unknown[] };
  return Type.Unsafe({
    ...schema,
    type: [type, 'null'],
    ...(values === undefined ? {} : { enum: [...values, null] }),
  });
};
