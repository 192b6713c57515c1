import type { Template } from './template.js';
import { editConsent } from './templates/edit-consent.js';
import { draftOrder } from './templates/draft-order.js';
import { guestLink } from './templates/guest-link.js';
import { invitation } from './templates/invitation.js';
import { passwordReset } from './templates/password-reset.js';
import { signInCode } from './templates/sign-in-code.js';

/** Every mail that Docket writes, by kind. Kinds are public: they stand in the table of mails and in its API. */
export const TEMPLATES = {
  sign_in_code: signInCode,
  guest_link: guestLink,
  edit_consent: editConsent,
  draft_order: draftOrder,
  invitation,
  password_reset: passwordReset,
} as const satisfies Readonly<Record<string, Template>>;

export type MailKind = keyof typeof TEMPLATES;

/** The values that a mail of this kind needs, each by its name. */
export type MailParameters<Kind extends MailKind> = Readonly<
  Record<(typeof TEMPLATES)[Kind]['parameters'][number], string>
>;

export const isOpenToAll = (kind: string): boolean =>
  Object.hasOwn(TEMPLATES, kind) && TEMPLATES[kind as MailKind].openToAll;

/** Kinds of before an upgrade may still stand in the table. */
export const isSecret = (kind: string): boolean =>
  !Object.hasOwn(TEMPLATES, kind) || TEMPLATES[kind as MailKind].secret;
