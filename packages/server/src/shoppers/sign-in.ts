import { timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import { withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import type { QueueMail } from '../mail/queue-mail.js';
import { normalisedAddress, type PersonalKeys } from '../personal-data/keys.js';
import type { Attempts } from '../users/attempts.js';
import { keepCode, tryCode, useCode } from './code-rows.js';
import { shopName } from './shop-name.js';
import type { ShopperSessions, StartedSession } from './sessions.js';
import { newCode, type ShopperKeys, shownCode, typedCode } from './tokens.js';

const CODE_MINUTES = 10;

/** Why a shopper does not come in. `retryAfter` in seconds. */
export type SignInRefusal =
  | { readonly refused: 'attempts_exceeded'; readonly retryAfter: number }
  | { readonly refused: 'account_not_found' | 'sign_in_code_invalid' };

export const isSignInRefusal = (outcome: object | null): outcome is SignInRefusal =>
  outcome !== null && 'refused' in outcome;

export interface SignIn {
  /**
   * Mails a code to the address. What is done and answered does not depend on whether anybody knows the address: that is
   * looked up later, when the mail is sent.
   */
  ask(request: SignInRequest & { readonly locale: string | null }): Promise<null | SignInRefusal>;
  /** Begins a session, once, with the code that was mailed last. Every wrong, used, old or overtried code is refused alike. */
  confirm(request: SignInRequest & { readonly code: string }): Promise<StartedSession | SignInRefusal>;
}

interface SignInRequest {
  readonly account: string;
  /** One bare address. */
  readonly email: string;
  /** The network address that asks. */
  readonly from: string;
}

export interface SignInDependencies {
  readonly pool: pg.Pool;
  readonly keys: Pick<PersonalKeys, 'subjectOf'>;
  readonly shopperKeys: ShopperKeys;
  readonly attempts: Pick<Attempts, 'count'>;
  readonly queueMail: QueueMail;
  readonly sessions: Pick<ShopperSessions, 'start'>;
  readonly clock: () => string;
}

export function createSignIn(dependencies: SignInDependencies): SignIn {
  const { pool, keys, shopperKeys, attempts, queueMail, sessions, clock } = dependencies;
  const recipientOf = (account: string, email: string): string => keys.subjectOf(account, '', null, email);

  return {
    async ask({ account, email, from, locale }) {
      const shop = await withAccounts(pool, [account], (client) => shopName(client, account));
      if (shop === null) return { refused: 'account_not_found' };
      const recipient = recipientOf(account, email);
      const wait =
        (await attempts.count('shopper_code_from', inAccount(account, from))) ??
        (await attempts.count('shopper_code_to', inAccount(account, recipient)));
      if (wait !== null) return { refused: 'attempts_exceeded', retryAfter: wait };
      const code = newCode();
      const expiresAt = new Date(Date.parse(clock()) + CODE_MINUTES * 60_000).toISOString();
      return withAccounts(pool, [account], (client) =>
        inTransaction(client, async () => {
          const codeHash = shopperKeys.hashOfCode(account, recipient, code);
          await keepCode(client, account, { recipient, codeHash, expiresAt });
          await queueMail(client, account, {
            kind: 'sign_in_code',
            to: email,
            locale,
            parameters: { shop, code: shownCode(code), minutes: String(CODE_MINUTES) },
            usefulUntil: expiresAt,
          });
          return null;
        }),
      );
    },

    async confirm({ account, email, code, from }) {
      const shop = await withAccounts(pool, [account], (client) => shopName(client, account));
      if (shop === null) return { refused: 'account_not_found' };
      const wait = await attempts.count('shopper_try_from', inAccount(account, from));
      if (wait !== null) return { refused: 'attempts_exceeded', retryAfter: wait };
      const recipient = recipientOf(account, email);
      const given = shopperKeys.hashOfCode(account, recipient, typedCode(code));
      return withAccounts(pool, [account], async (client) => {
        const kept = await tryCode(client, account, recipient, clock());
        if (!timingSafeEqual(given, kept ?? NO_HASH)) return INVALID;
        return inTransaction(client, async () => {
          if (!(await useCode(client, account, recipient, given))) return INVALID;
          return sessions.start(client, account, normalisedAddress(email));
        });
      });
    },
  };
}

/** Tries at one shop say nothing about another one. */
const inAccount = (account: string, who: string): string => `${account}\n${who}`;

const INVALID: SignInRefusal = { refused: 'sign_in_code_invalid' };
const NO_HASH = Buffer.alloc(32);
