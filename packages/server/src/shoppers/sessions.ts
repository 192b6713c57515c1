import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { tokenHash } from '../access/tokens.js';
import { withAccounts } from '../database/pool.js';
import type { PersonalKeys } from '../personal-data/keys.js';
import { identityOf } from './known-address.js';
import { addSession, endSession, endSessionsOf, sessionByToken } from './session-rows.js';
import { accountOfToken, type ShopperKeys, newTokenOf } from './tokens.js';
import { type Identity, isOwnOrder, type Visitor } from './visitor.js';

const SESSION_DAYS = 7;

/** A shopper who signed in. */
export interface Shopper extends Visitor {
  readonly sessionId: string;
  readonly identity: Identity;
  readonly expiresAt: Date;
}

export interface StartedSession {
  /** Stored nowhere. */
  readonly token: string;
  readonly expiresAt: string;
}

export interface ShopperSessions {
  /** Begins a session of the normalised address, in the transaction of the caller. */
  start(client: pg.ClientBase, account: string, address: string): Promise<StartedSession>;
  /** Null where there is none or it has ended. Who the shopper is to the account is read anew each time. */
  find(token: string): Promise<Shopper | null>;
  end(shopper: Shopper): Promise<void>;
  endAll(shopper: Shopper): Promise<void>;
}

export interface ShopperSessionDependencies {
  readonly pool: pg.Pool;
  readonly keys: Pick<PersonalKeys, 'subjectOf'>;
  readonly shopperKeys: ShopperKeys;
  readonly clock: () => string;
}

export function createShopperSessions({ pool, keys, shopperKeys, clock }: ShopperSessionDependencies): ShopperSessions {
  const recipientOf = (account: string, address: string): string => keys.subjectOf(account, '', null, address);
  return {
    async start(client, account, address) {
      const at = clock();
      const [sessionId, token] = [randomUUID(), newTokenOf(account)];
      const expiresAt = new Date(Date.parse(at) + SESSION_DAYS * 86_400_000).toISOString();
      await addSession(client, account, {
        sessionId,
        tokenSha256: tokenHash(token),
        recipient: recipientOf(account, address),
        address: shopperKeys.sealAddress(account, sessionId, address),
        at,
        expiresAt,
      });
      return { token, expiresAt };
    },
    find(token) {
      const account = accountOfToken(token);
      if (account === null) return Promise.resolve(null);
      return withAccounts(pool, [account], async (client) => {
        const session = await sessionByToken(client, account, tokenHash(token), clock());
        if (session === null) return null;
        const { sessionId, expiresAt } = session;
        const address = shopperKeys.openAddress(account, sessionId, session.address);
        const identity = await identityOf(client, account, address);
        return {
          account,
          actor: { kind: 'shopper', id: `shopper:${sessionId}` },
          linkId: null,
          sees: (order) => isOwnOrder(identity, order),
          sessionId,
          identity,
          expiresAt,
        };
      });
    },
    end: ({ account, sessionId }) => withAccounts(pool, [account], (client) => endSession(client, account, sessionId)),
    endAll: ({ account, identity }) =>
      withAccounts(pool, [account], (client) => endSessionsOf(client, account, recipientOf(account, identity.address))),
  };
}
