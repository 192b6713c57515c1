import { type Static, Type } from 'typebox';
import { EVERY_PERMISSION, PERMISSIONS } from '../../../access/permissions.js';
import { closed, code, instant, text } from './fields.js';
import { next } from './paging.js';

const permissions = Type.Array(
  Type.Unsafe<string>({ type: 'string', enum: [...Object.keys(PERMISSIONS), EVERY_PERMISSION] }),
  {
    maxItems: 100,
    uniqueItems: true,
    description: 'Names of the reference of permissions, or * for all.',
  },
);

/** The name of a role in addresses and in keys. */
export const roleName = () =>
  Type.String({ minLength: 1, maxLength: 63, pattern: '^[a-z0-9][a-z0-9_-]*$', description: 'Such as night-shift.' });

export const keyName = () =>
  Type.String({ minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]+$', description: 'The name of the key.' });

export const tokenNumber = () =>
  Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'Counted in its key.' });

const nullable = <Schema extends object>(schema: Schema, description: string) => ({ ...schema, description });

/** Of whom a key or a person sees orders. */
const scope = closed(
  {
    stores: Type.Optional(
      Type.Unsafe<readonly string[] | null>({
        ...nullable(
          { type: ['array', 'null'], items: code(), maxItems: 100, uniqueItems: true },
          'Null: of all stores.',
        ),
      }),
    ),
    seller: Type.Optional(
      Type.Unsafe<string | null>({
        type: ['string', 'null'],
        minLength: 1,
        maxLength: 100,
        description: 'Orders of which this seller has a line; null: of any.',
      }),
    ),
    own: Type.Optional(Type.Boolean({ description: 'True: only orders that are assigned to the holder.' })),
  },
  { description: 'All of it must hold. What is left out restricts nothing.' },
);

const expiresAt = Type.Unsafe<string | null>({
  anyOf: [instant('From then on the key opens nothing.'), { type: 'null' }],
  description: 'Null: it does not expire.',
});

const roles = Type.Array(roleName(), { maxItems: 20, uniqueItems: true });

export const NewKey = closed(
  {
    label: text(200, 'What it is for.'),
    permissions: Type.Optional(permissions),
    roles: Type.Optional(roles),
    scope: Type.Optional(scope),
    expiresAt: Type.Optional(expiresAt),
  },
  { $id: 'NewKey', description: 'A key may do what its permissions and its roles say together.' },
);
export type NewKey = Static<typeof NewKey>;

export const KeyChanges = closed(
  {
    label: Type.Optional(text(200)),
    permissions: Type.Optional(permissions),
    roles: Type.Optional(roles),
    scope: Type.Optional(scope),
    expiresAt: Type.Optional(expiresAt),
  },
  { $id: 'KeyChanges', description: 'What is left out stays; a scope is replaced as a whole.' },
);
export type KeyChanges = Static<typeof KeyChanges>;

export const NewRole = closed({ role: roleName(), name: text(100), permissions }, { $id: 'NewRole' });
export type NewRole = Static<typeof NewRole>;

export const RoleChanges = closed(
  { name: Type.Optional(text(100)), permissions: Type.Optional(permissions) },
  { $id: 'RoleChanges', description: 'What is left out stays.' },
);
export type RoleChanges = Static<typeof RoleChanges>;

export const ACCESS_INPUTS = [NewKey, KeyChanges, NewRole, RoleChanges];

const str = Type.String();
const strings = Type.Array(str);
const date = Type.String({ format: 'date-time' });
const dateOrNull = (description: string) =>
  Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time', description });

const GivenScope = closed(
  {
    stores: Type.Unsafe<string[] | null>({ type: ['array', 'null'], items: str, description: 'Null: of all.' }),
    seller: Type.Unsafe<string | null>({ type: ['string', 'null'], description: 'Null: of any.' }),
    own: Type.Boolean({ description: 'True: only orders that are assigned to the holder.' }),
  },
  { $id: 'Scope', description: 'Which orders are seen; all of it must hold.' },
);

const key = {
  key: Type.String({ description: 'Its name, sent beside a token.' }),
  label: str,
  permissions: strings,
  roles: strings,
  scope: Type.Unsafe<object>({ $ref: 'Scope#' }),
  createdAt: date,
  createdBy: Type.String({ description: 'Empty: the server made it from its settings.' }),
  expiresAt: dateOrNull('Null: it does not expire.'),
  lastUsedAt: dateOrNull('To the minute; null: never.'),
  tokens: Type.Array(
    closed({
      token: Type.Integer({ description: 'Its number in the key.' }),
      ending: Type.String({ description: 'Its last four characters; empty where they are not known.' }),
      createdAt: date,
      lastUsedAt: dateOrNull('To the minute; null: never.'),
    }),
    { description: 'Two, while one takes the place of the other. What they are is never shown again.' },
  ),
};

const Key = closed(key, { $id: 'Key' });
const ShownKey = closed(
  { ...key, secret: Type.String({ description: 'The new token, dkt_ and 43 characters. It is shown this once.' }) },
  { $id: 'ShownKey' },
);
const KeyPage = closed({ items: Type.Array(Type.Unsafe<object>({ $ref: 'Key#' })), next }, { $id: 'KeyPage' });

const Role = closed({ role: str, name: str, permissions: strings }, { $id: 'Role' });
const RolePage = closed({ items: Type.Array(Type.Unsafe<object>({ $ref: 'Role#' })), next }, { $id: 'RolePage' });

const HeldPermission = closed(
  {
    permission: Type.String({ description: 'Its name; * for all.' }),
    meaning: Type.String({ description: 'What it lets its holder do, in English.' }),
    held: Type.Boolean({ description: 'Whether the caller holds it, and so may give it to others.' }),
  },
  { $id: 'Permission' },
);
const PermissionPage = closed(
  { items: Type.Array(Type.Unsafe<object>({ $ref: 'Permission#' })), next },
  { $id: 'PermissionPage' },
);

const Me = closed(
  {
    account: str,
    kind: Type.String({ enum: ['key', 'user'] }),
    id: Type.String({ description: 'As the log of orders names the caller: key:… or user:….' }),
    permissions: strings,
    scope: Type.Unsafe<object>({ $ref: 'Scope#' }),
  },
  { $id: 'Me' },
);

export const ACCESS_ANSWERS = [GivenScope, Key, ShownKey, KeyPage, Role, RolePage, HeldPermission, PermissionPage, Me];
