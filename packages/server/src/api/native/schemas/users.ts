import { type Static, Type } from 'typebox';
import { ADDRESS_PATTERN, MOST_ADDRESS } from '../../../mail/address.js';
import { closed, code, ref, sku } from './fields.js';
import { next } from './paging.js';
import { Scope } from './session.js';

const MOST_ROLES = 20;
const MOST_STORES = 200;

const roles = () =>
  Type.Array(code('A role of the account.'), {
    minItems: 1,
    maxItems: MOST_ROLES,
    uniqueItems: true,
    description: 'What the person may do is what these give together.',
  });

const ScopeInput = closed(
  {
    stores: Type.Optional(
      Type.Unsafe<readonly string[] | null>({
        type: ['array', 'null'],
        items: code(),
        minItems: 1,
        maxItems: MOST_STORES,
        uniqueItems: true,
        description: 'Orders of these stores alone; null or absent: of all.',
      }),
    ),
    seller: Type.Optional(
      Type.Unsafe<string | null>({
        ...sku('Orders of which this seller has a line; null or absent: all.'),
        type: ['string', 'null'],
      }),
    ),
    own: Type.Optional(Type.Boolean({ description: 'Only orders that are assigned to the person.' })),
  },
  { $id: 'UserScopeInput' },
);

export const InviteUserBody = closed(
  {
    email: Type.String({ pattern: ADDRESS_PATTERN, maxLength: MOST_ADDRESS, description: 'One bare address.' }),
    roles: roles(),
    scope: Type.Optional(ref(ScopeInput)),
    locale: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$',
        maxLength: 35,
        description: 'Of the mail, such as pt-BR; English where absent.',
      }),
    ),
  },
  { $id: 'InviteUser' },
);
export type InviteUserBody = Static<typeof InviteUserBody>;

export const ChangeUserBody = closed(
  { roles: Type.Optional(roles()), scope: Type.Optional(ref(ScopeInput)) },
  { $id: 'ChangeUser', minProperties: 1 },
);
export type ChangeUserBody = Static<typeof ChangeUserBody>;
export type ScopeInput = Static<typeof ScopeInput>;

const str = Type.String();
const dateOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' });

const User = closed(
  {
    userId: str,
    email: str,
    name: Type.Unsafe<string | null>({ type: ['string', 'null'], description: 'Null until the person accepts.' }),
    roles: Type.Array(str),
    scope: ref(Scope),
    status: Type.Unsafe<string>({
      type: 'string',
      enum: ['invited', 'active', 'disabled'],
      description: 'Disabled: by this account, or by whoever runs the installation.',
    }),
    createdAt: Type.String({ format: 'date-time' }),
    acceptedAt: dateOrNull,
    lastLoginAt: dateOrNull,
  },
  { $id: 'User' },
);

const UserPage = closed({ items: Type.Array(Type.Unsafe<object>({ $ref: 'User#' })), next }, { $id: 'UserPage' });

export const USER_INPUTS = [ScopeInput, InviteUserBody, ChangeUserBody];
export const USER_ANSWERS = [User, UserPage];
