import type pg from 'pg';
import { query } from '../database/pool.js';
import type { QueueMail } from '../mail/queue-mail.js';
import { type Announce, INVITATION_DAYS } from './invitations.js';
import { type AnnounceReset, RESET_MINUTES } from './password-resets.js';
import { presentAccount } from './presenting.js';

/** Mails to the people who work here, queued with what they announce. */
export interface Announcements {
  /** To somebody who is invited to this account. */
  invitation(account: string, locale: string | null): Announce;
  readonly reset: AnnounceReset;
}

/** The code stands behind the `#`, which browsers send to no server, so that no log on the way has it. */
export const invitationLink = (publicUrl: URL, code: string): string => linkTo(publicUrl, 'invitation', code);
export const passwordLink = (publicUrl: URL, code: string): string => linkTo(publicUrl, 'new-password', code);

const linkTo = (publicUrl: URL, page: string, code: string): string =>
  `${publicUrl.href.replace(/\/$/, '')}/${page}#${code}`;

export function createAnnouncements(queueMail: QueueMail, publicUrl: URL): Announcements {
  return {
    invitation:
      (account, locale) =>
      async (client, { email, code }) => {
        const shop = await nameOf(client, account);
        const parameters = { shop, link: invitationLink(publicUrl, code), days: String(INVITATION_DAYS) };
        await queueMail(client, account, { kind: 'invitation', to: email, locale, parameters });
      },
    async reset(client, { account, email, locale, code, worksElsewhere }) {
      await presentAccount(client, account);
      const shop = await nameOf(client, account);
      const parameters = { shop, link: passwordLink(publicUrl, code), minutes: String(RESET_MINUTES) };
      const forReaderAlone = worksElsewhere;
      await queueMail(client, account, { kind: 'password_reset', to: email, locale, parameters, forReaderAlone });
    },
  };
}

async function nameOf(client: pg.ClientBase, account: string): Promise<string> {
  const { rows } = await query<{ name: string }>(
    client,
    { name: 'account_name', text: 'select name from accounts where account = $1' },
    [account],
  );
  return rows[0]?.name ?? account;
}
