import type { Mailer } from '@docket/core/ports';
import type pg from 'pg';
import { query } from '../database/pool.js';
import { mostAttempts, TaskGivenUp, type TaskHandler } from '../followers/drain-tasks.js';
import type { ContentSeal } from './sealed-content.js';
import type { MailState } from './mails.js';
import { isOpenToAll, isSecret } from './templates.js';

export interface SendMailDependencies {
  /** Connections that see every account. */
  readonly pool: pg.Pool;
  readonly mailer: Mailer | null;
  readonly contents: Pick<ContentSeal, 'open'>;
  /** Whether the account knows the person with this address. */
  readonly isKnown: (account: string, address: string) => Promise<boolean>;
  /** Stands behind the @ of message ids. */
  readonly domain: string;
  readonly clock: () => string;
}

interface QueuedMail {
  readonly kind: string;
  readonly state: string;
  readonly resent: number;
  readonly useful_until: Date | null;
  readonly personal: Buffer | null;
}

/**
 * Sends the mail that the task names. Where this process dies between the server's yes and our note of it, the next try
 * sends the mail again, under the same Message-ID. A mail that was sent, kept or wiped meanwhile is left alone.
 * One that anybody may ask for is withheld from addresses that nobody knows: here and not when it is queued, so that whoever
 * asks cannot tell from the time it takes.
 */
export function sendMailHandler({ pool, mailer, contents, isKnown, domain, clock }: SendMailDependencies): TaskHandler {
  return async ({ account, key: id, attempts }) => {
    const mail = await beginTry(pool, account, id);
    if (mail?.personal == null) return;
    const settle = (result: Settled): Promise<void> => settleTry(pool, account, id, mail, result);
    if (mailer === null) return settle({ state: 'kept', lastError: null, sentAt: null });
    if (mail.useful_until !== null && mail.useful_until.toISOString() <= clock()) {
      const reason = 'it came too late to be of use';
      await settle({ state: 'failed', lastError: reason, sentAt: null });
      throw new TaskGivenUp(reason);
    }
    const { to, ...words } = contents.open(account, id, mail.personal);
    if (isOpenToAll(mail.kind) && !(await isKnown(account, to))) {
      return settle({ state: 'withheld', lastError: 'nobody here has this address', sentAt: null });
    }
    const outcome = await mailer.send({
      messageId: `<${id}${mail.resent === 0 ? '' : `.${mail.resent}`}@${domain}>`,
      to,
      ...words,
      // Answered by no machine: RFC 3834.
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    if (outcome.delivered) return settle({ state: 'sent', lastError: null, sentAt: clock() });
    const last = outcome.final || attempts >= mostAttempts;
    await settle({ state: last ? 'failed' : 'queued', lastError: outcome.reason, sentAt: null });
    throw outcome.final ? new TaskGivenUp(outcome.reason) : new Error(outcome.reason);
  };
}

/** The mail, if it still waits to be sent; its try is counted before it is made. */
async function beginTry(pool: pg.Pool, account: string, id: string): Promise<QueuedMail | undefined> {
  const { rows } = await query<QueuedMail & Record<string, unknown>>(
    pool,
    {
      name: 'begin_mail_try',
      text: `update mails set attempts = attempts + 1
              where account = $1 and id = $2 and state in ('queued', 'failed') and personal is not null
             returning kind, state, resent, useful_until, personal`,
    },
    [account, id],
  );
  return rows[0];
}

interface Settled {
  readonly state: MailState;
  readonly lastError: string | null;
  readonly sentAt: string | null;
}

/** A mail that somebody had sent once more while this was under way waits for that. */
async function settleTry(
  pool: pg.Pool,
  account: string,
  id: string,
  { kind, resent }: QueuedMail,
  { state, lastError, sentAt }: Settled,
): Promise<void> {
  await query(
    pool,
    {
      name: 'settle_mail_try',
      text: `update mails set state = $4, last_error = $5, sent_at = coalesce($6, sent_at),
                    personal = case when $7 then null else personal end
              where account = $1 and id = $2 and resent = $3`,
    },
    [account, id, resent, state, lastError, sentAt, state === 'withheld' || (state === 'sent' && isSecret(kind))],
  );
}
