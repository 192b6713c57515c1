import { hkdfSync } from 'node:crypto';
import { open, seal } from '../personal-data/keys.js';

/** What of a mail belongs to its reader. */
export interface MailContent {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** It lets its reader into other accounts too: the account that it was sent from must not read it. */
  readonly forReaderAlone?: boolean;
}

/** Seals what lies in the table: a dump of the database alone lets nobody in. Each text is bound to its mail. */
export interface ContentSeal {
  seal(account: string, id: string, content: MailContent): Buffer;
  /** @throws when the secret is another one or the row was tampered with. */
  open(account: string, id: string, sealed: Buffer): MailContent;
}

export function createContentSeal(secret: string): ContentSeal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'docket mails 1', 32));
  const place = (account: string, id: string): string => `${account}\nmail\n${id}`;
  return {
    seal: (account, id, content) => seal(key, JSON.stringify(content), place(account, id)),
    open: (account, id, sealed) => JSON.parse(open(key, sealed, place(account, id)).toString()) as MailContent,
  };
}
