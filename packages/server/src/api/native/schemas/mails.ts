import { Type } from 'typebox';
import { closed, code, oneOf, orderId, queryText } from './fields.js';

const MAIL_STATES = ['queued', 'sent', 'kept', 'failed', 'withheld'] as const;

export const MailListQuery = closed({
  state: Type.Optional(oneOf(MAIL_STATES)),
  kind: Type.Optional(code('Such as sign_in_code.')),
  orderId: Type.Optional(orderId()),
  recipient: Type.Optional(queryText(254, 'A mail address, in whatever spelling. Needs personal.view.')),
  after: Type.Optional(mailId('From `next` of the page before.')),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: '50 where absent.' })),
});

export function mailId(description = 'The id of a mail.') {
  return Type.String({
    pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
    maxLength: 36,
    description,
  });
}

const date = Type.String({ format: 'date-time' });
const strOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'] });
const dateOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' });

const listed = {
  id: Type.String(),
  createdAt: date,
  kind: Type.String(),
  language: Type.String({ description: 'ISO 639.' }),
  orderId: strOrNull,
  state: oneOf(
    MAIL_STATES,
    'queued: waits, or is tried again. sent: the mail server took it. kept: there was no mail server. failed: given up; send it again by hand. withheld: anybody may ask for it, and nobody here has the address.',
  ),
  attempts: Type.Integer({ description: 'Tries that were begun.' }),
  lastError: Type.Unsafe<string | null>({ type: ['string', 'null'], description: 'Codes; nothing of the reader.' }),
  sentAt: dateOrNull,
  hasContent: Type.Boolean({ description: 'False: wiped when it was sent, or its reader was forgotten.' }),
  secret: Type.Boolean({ description: 'True: it lets somebody in, and is read only with mails.secrets.' }),
};

const ListedMail = closed(listed, { $id: 'ListedMail' });

const Mail = closed(
  {
    ...listed,
    to: strOrNull,
    subject: strOrNull,
    text: strOrNull,
    html: strOrNull,
  },
  {
    $id: 'Mail',
    description:
      'Address and words are null without personal.view, of a secret mail without mails.secrets, and once wiped.',
  },
);

const MailPage = closed(
  {
    mails: Type.Unsafe<unknown[]>({ type: 'array', items: { $ref: 'ListedMail#' } }),
    next: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      description: 'The `after` of the next page; null at the end.',
    }),
  },
  { $id: 'MailPage' },
);

export const MAIL_ANSWERS = [ListedMail, Mail, MailPage];
