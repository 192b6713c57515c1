import { type Static, Type } from 'typebox';
import { MAX_PASSWORD } from '../../../users/passwords.js';
import { closed, ref, text } from './fields.js';

/** Of any length up to this it is hashed, so that a wrong one of eleven letters takes as long as one of twelve. */
const password = (description: string) => Type.String({ minLength: 1, maxLength: 2 * MAX_PASSWORD, description });
const newPassword = () => password('12 to 256 characters; the same however the keyboard composes them.');
const email = () => text(320, 'As people write it; case and blanks around it do not matter.', 3);
const oneTimeCode = () =>
  Type.String({ minLength: 1, maxLength: 100, description: 'The last part of the link in the mail.' });
const locale = () =>
  Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 35, description: 'Such as pt-BR.' });

export const LoginBody = closed({ email: email(), password: password('Of the person.') }, { $id: 'Login' });
export type LoginBody = Static<typeof LoginBody>;

export const ChangePasswordBody = closed(
  { current: password('The present one.'), password: newPassword() },
  { $id: 'ChangePassword' },
);
export type ChangePasswordBody = Static<typeof ChangePasswordBody>;

export const RequestResetBody = closed({ email: email() }, { $id: 'RequestPasswordReset' });
export type RequestResetBody = Static<typeof RequestResetBody>;

export const ConfirmResetBody = closed(
  { code: oneTimeCode(), password: newPassword() },
  { $id: 'ConfirmPasswordReset' },
);
export type ConfirmResetBody = Static<typeof ConfirmResetBody>;

export const AcceptInvitationBody = closed(
  {
    code: oneTimeCode(),
    password: password('A new one; of somebody who works for another account here, the one they have.'),
    name: Type.Optional(text(200, 'How colleagues see the person.')),
    locale: Type.Optional(locale()),
  },
  { $id: 'AcceptInvitation' },
);
export type AcceptInvitationBody = Static<typeof AcceptInvitationBody>;

const str = Type.String();
const strOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'] });
const date = Type.String({ format: 'date-time' });

export const Scope = closed(
  {
    stores: Type.Unsafe<readonly string[] | null>({
      type: ['array', 'null'],
      items: { type: 'string' },
      description: 'Orders of these stores alone; null: of all.',
    }),
    seller: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      description: 'Orders of which this seller has a line; null: all.',
    }),
    own: Type.Boolean({ description: 'Only orders that are assigned to the person.' }),
  },
  { $id: 'UserScope' },
);

const Session = closed(
  {
    sessionId: str,
    user: closed({ userId: str, email: str, name: strOrNull, locale: strOrNull }),
    accounts: Type.Array(
      closed({
        account: str,
        name: str,
        roles: Type.Array(str),
        permissions: Type.Array(str, { description: '`*` is every permission.' }),
        scope: ref(Scope),
      }),
      { description: 'Where the person works; with several, requests name one in the header Docket-Account.' },
    ),
    csrfToken: Type.String({
      description: 'Goes into the header Docket-CSRF of every request that changes something.',
    }),
    expiresAt: date,
  },
  { $id: 'Session' },
);

const SessionList = closed(
  {
    items: Type.Array(
      closed({
        sessionId: str,
        current: Type.Boolean({ description: 'The one that asks.' }),
        createdAt: date,
        seenAt: Type.String({ format: 'date-time', description: 'When it was used last, to five minutes.' }),
        expiresAt: date,
        userAgent: Type.String({ description: 'What the browser called itself, shortened.' }),
      }),
    ),
  },
  { $id: 'SessionList' },
);

const LoginMethods = closed(
  {
    password: Type.Boolean(),
    oidc: Type.Unsafe<{ name: string; url: string } | null>({
      type: ['object', 'null'],
      properties: { name: str, url: str },
      required: ['name', 'url'],
      additionalProperties: false,
      description: 'Where a browser goes to log in elsewhere, and what to write on the button.',
    }),
    demo: Type.Unsafe<{ email: string; password: string } | null>({
      type: ['object', 'null'],
      properties: { email: str, password: str },
      required: ['email', 'password'],
      additionalProperties: false,
      description: 'As whom everybody may look around: in demo mode alone, where all data is made up.',
    }),
  },
  { $id: 'LoginMethods' },
);

export const SESSION_INPUTS = [LoginBody, ChangePasswordBody, RequestResetBody, ConfirmResetBody, AcceptInvitationBody];
export const SESSION_ANSWERS = [Scope, Session, SessionList, LoginMethods];
