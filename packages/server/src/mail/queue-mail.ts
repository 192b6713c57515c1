import type pg from 'pg';
import { query } from '../database/pool.js';
import type { PersonalKeys } from '../personal-data/keys.js';
import { isMailAddress } from './address.js';
import { timeOrderedId } from '../time-ordered-id.js';
import type { ContentSeal } from './sealed-content.js';
import { renderMail } from './template.js';
import { type MailKind, type MailParameters, TEMPLATES } from './templates.js';

export interface NewMail<Kind extends MailKind> {
  readonly kind: Kind;
  /** One bare address (`isMailAddress`). */
  readonly to: string;
  /** Such as `pt-BR`; English where nobody knows, or where it has no wording. */
  readonly locale: string | null;
  readonly parameters: MailParameters<Kind>;
  /** The order that the mail is about: who forgets the order's subject forgets the mail. */
  readonly orderId?: string;
  /** The draft order, in the same way. */
  readonly draftOrderId?: string;
  /** Instant after which nobody needs it: from then on it is not tried any more. */
  readonly usefulUntil?: string;
  /** True: it is sent, and shown to nobody of the account, because it lets its reader into others as well. */
  readonly forReaderAlone?: boolean;
}

/**
 * Queues a mail in the transaction of the caller: it is sent once that commits, and never where it rolls back. Answers its
 * id. Where no mail server is set, the mail is kept to be read.
 *
 * @throws where the address is none, which the caller must have refused.
 */
export type QueueMail = <Kind extends MailKind>(
  client: pg.ClientBase,
  account: string,
  mail: NewMail<Kind>,
) => Promise<string>;

/** The kind of the task that sends a mail; its key is the mail's id. */
export const SEND_MAIL = 'send_mail';

export interface QueueMailDependencies {
  readonly keys: Pick<PersonalKeys, 'subjectOf'>;
  readonly contents: Pick<ContentSeal, 'seal'>;
  readonly clock: () => string;
  /** False: there is no mail server. */
  readonly sends: boolean;
}

export function createQueueMail({ keys, contents, clock, sends }: QueueMailDependencies): QueueMail {
  return async (client, account, mail) => {
    const { kind, to, locale, parameters, usefulUntil = null, forReaderAlone = false } = mail;
    const { orderId = null, draftOrderId = null } = mail;
    if (!isMailAddress(to)) throw new Error('a mail was queued for what is no address');
    const now = clock();
    const id = timeOrderedId(now);
    const { language, ...words } = renderMail(TEMPLATES[kind], locale, parameters);
    const recipient = keys.subjectOf(account, '', null, to);
    const personal = contents.seal(account, id, { to, ...words, ...(forReaderAlone ? { forReaderAlone } : {}) });
    await query(
      client,
      {
        name: 'queue_mail',
        text: `insert into mails (account, id, created_at, kind, language, recipient, order_id, useful_until, state,
                                  personal, draft_order_id)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      },
      [
        account,
        id,
        now,
        kind,
        language,
        recipient,
        orderId,
        usefulUntil,
        sends ? 'queued' : 'kept',
        personal,
        draftOrderId,
      ],
    );
    if (sends) await setSendingTask(client, account, id, now);
    return id;
  };
}

/** The task that sends the mail, with all its tries, from now on. */
export async function setSendingTask(client: pg.ClientBase, account: string, id: string, now: string): Promise<void> {
  await query(
    client,
    {
      name: 'set_sending_task',
      text: `insert into tasks (account, kind, key, due, payload) values ($1, $2, $3, $4, '{}')
             on conflict (account, kind, key) do update
                set due = excluded.due, attempts = 0, failed_at = null, last_error = null, leased_by = null, lease_until = null`,
    },
    [account, SEND_MAIL, id, now],
  );
}
