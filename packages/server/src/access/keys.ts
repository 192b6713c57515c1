import type pg from 'pg';
import { withAccounts } from '../database/pool.js';
import type { Once } from '../kept-answers.js';
import { recordChange } from '../settings-history/record-change.js';
import { type AccessRefusal, isAccessRefusal } from './access-refusal.js';
import type { Caller } from './caller.js';
import { type ChangingDependencies, createChanging } from './changing.js';
import { permissionBeyond, scopeWithin } from './grants.js';
import * as rows from './key-rows.js';
import type { Key, KeySettings } from './key-rows.js';
import { unknownStore } from '../stores/unknown-store.js';
import { permissionsOfRoles, unknownRole } from './role-rows.js';
import { endingOf, newKeyName, newToken, tokenHash } from './tokens.js';

/** A key with a token that was just made. It is shown this once. */
export interface Shown {
  readonly key: Key;
  readonly token: string;
}

/**
 * Keys as people manage them. Whoever changes a key must hold whatever it holds, before and after: nobody gives what they
 * do not have, nobody takes over a key that may do more.
 *
 * Refusals of every change: key_not_found, permission_exceeded, scope_exceeded; of one that takes something away:
 * last_administrator.
 */
export interface Keys {
  page(account: string, after: string, limit: number): Promise<Key[]>;
  find(account: string, key: string): Promise<Key | null>;
  /** Refusals beside: role_unknown, store_unknown. */
  create(caller: Caller, settings: KeySettings, once: Once): Promise<Shown | AccessRefusal>;
  /** Fields that are absent stay. Refusals beside: role_unknown, store_unknown. */
  change(caller: Caller, key: string, changes: Partial<KeySettings>): Promise<Key | AccessRefusal>;
  /** A second token; the first stays good until it is revoked. Refusal beside: key_tokens_full. */
  rotate(caller: Caller, key: string, once: Once): Promise<Shown | AccessRefusal>;
  /** Refusal beside: key_token_not_found. */
  revoke(caller: Caller, key: string, token: number): Promise<Key | AccessRefusal>;
  remove(caller: Caller, key: string): Promise<Key | AccessRefusal>;
}

const MOST_TOKENS = 2;

export function createKeys(dependencies: ChangingDependencies): Keys {
  const { pool } = dependencies;
  const changing = createChanging(dependencies);

  const changingKey = (caller: Caller, key: string, work: KeyWork): Promise<ChangedKey | AccessRefusal> =>
    changing(caller, (client, at) => changeKey(client, at, caller, key, work));

  return {
    page: (account, after, limit) =>
      withAccounts(pool, [account], (client) => rows.listKeys(client, account, after, limit)),
    find: (account, key) => withAccounts(pool, [account], (client) => rows.findKey(client, account, key)),

    create: (caller, settings, once) =>
      changing(caller, (client, at) => once(client, () => createKey(client, at, caller, settings), isShown)),

    async change(caller, key, changes) {
      const outcome = await changingKey(caller, key, async (client, before) => {
        const { label, permissions, roles, scope, expiresAt } = before;
        const settings = { label, permissions, roles, scope, expiresAt, ...changes };
        const refusal =
          (await unknown(client, caller.account, settings)) ??
          (await beyond(client, caller, settings)) ??
          (await unknownStore(client, caller.account, settings.scope.stores, scope.stores ?? [])) ??
          undefined;
        if (refusal === undefined) await rows.updateKey(client, caller.account, key, settings);
        return refusal;
      });
      return isAccessRefusal(outcome) ? outcome : (outcome.after ?? outcome.before);
    },

    rotate: (caller, key, once) =>
      changing(caller, (client, at) => once(client, () => rotateKey(client, at, caller, key), isShown)),

    async revoke(caller, key, token) {
      const outcome = await changingKey(caller, key, async (client) =>
        (await rows.deleteToken(client, caller.account, key, token)) ? undefined : { refused: 'key_token_not_found' },
      );
      return isAccessRefusal(outcome) ? outcome : (outcome.after ?? outcome.before);
    },

    async remove(caller, key) {
      const outcome = await changingKey(caller, key, async (client, _before, at) => {
        await rows.deleteKey(client, caller.account, key, at);
        return undefined;
      });
      return isAccessRefusal(outcome) ? outcome : outcome.before;
    },
  };
}

const isShown = (outcome: Shown | AccessRefusal): boolean => !isAccessRefusal(outcome);

type KeyWork = (client: pg.ClientBase, before: Key, at: string) => Promise<AccessRefusal | undefined>;

/** `after`: null where the key is gone. */
interface ChangedKey {
  readonly before: Key;
  readonly after: Key | null;
}

/** A key that the caller may change, as `work` leaves it. */
async function changeKey(
  client: pg.ClientBase,
  at: string,
  caller: Caller,
  key: string,
  work: KeyWork,
): Promise<ChangedKey | AccessRefusal> {
  const { account } = caller;
  const before = await rows.findKey(client, account, key);
  if (before === null) return { refused: 'key_not_found' };
  const refusal = (await beyond(client, caller, before)) ?? (await work(client, before, at));
  if (refusal !== undefined) return refusal;
  const after = await rows.findKey(client, account, key);
  const change = { kind: 'key', key, before: told(before), after: after === null ? null : told(after) } as const;
  await recordChange(client, { account, at, actor: caller.id, ...change });
  return { before, after };
}

async function createKey(
  client: pg.ClientBase,
  at: string,
  caller: Caller,
  settings: KeySettings,
): Promise<Shown | AccessRefusal> {
  const { account, id: by } = caller;
  const refusal =
    (await unknown(client, account, settings)) ??
    (await beyond(client, caller, settings)) ??
    (await unknownStore(client, account, settings.scope.stores, []));
  if (refusal !== null) return refusal;
  const key = newKeyName(account);
  await rows.insertKey(client, account, { key, settings, by, at });
  const token = await addToken(client, account, key, 1, at);
  const made = await existing(client, account, key);
  await recordChange(client, { account, at, actor: by, kind: 'key', key, before: null, after: told(made) });
  return { key: made, token };
}

async function rotateKey(
  client: pg.ClientBase,
  at: string,
  caller: Caller,
  key: string,
): Promise<Shown | AccessRefusal> {
  let token = '';
  const outcome = await changeKey(client, at, caller, key, async (_client, { tokens }) => {
    if (tokens.length >= MOST_TOKENS) return { refused: 'key_tokens_full', details: { most: MOST_TOKENS } };
    token = await addToken(client, caller.account, key, (tokens.at(-1)?.token ?? 0) + 1, at);
    return undefined;
  });
  return isAccessRefusal(outcome) ? outcome : { key: outcome.after ?? outcome.before, token };
}

/** The first role that the account has not. */
async function unknown(
  client: pg.ClientBase,
  account: string,
  { roles }: KeySettings,
): Promise<AccessRefusal | undefined> {
  const role = await unknownRole(client, account, roles);
  if (role === null) return undefined;
  return { refused: 'role_unknown', pointer: `/roles/${roles.indexOf(role)}`, details: { role } };
}

/** Whether the key would hold more than who changes it. */
async function beyond(
  client: pg.ClientBase,
  caller: Caller,
  { permissions, roles, scope }: KeySettings,
): Promise<AccessRefusal | undefined> {
  const own = permissionBeyond(caller, permissions);
  if (own !== null) return { refused: 'permission_exceeded', pointer: '/permissions', details: { permission: own } };
  const byRoles = permissionBeyond(caller, await permissionsOfRoles(client, caller.account, roles));
  if (byRoles !== null) return { refused: 'permission_exceeded', pointer: '/roles', details: { permission: byRoles } };
  return scopeWithin(caller, scope) ? undefined : { refused: 'scope_exceeded', pointer: '/scope' };
}

async function addToken(
  client: pg.ClientBase,
  account: string,
  key: string,
  token: number,
  at: string,
): Promise<string> {
  const secret = newToken();
  await rows.insertToken(client, account, key, { token, sha256: tokenHash(secret), ending: endingOf(secret), at });
  return secret;
}

async function existing(client: pg.ClientBase, account: string, key: string): Promise<Key> {
  const found = await rows.findKey(client, account, key);
  if (found === null) throw new Error(`key ${key} is not there in the transaction that made it`);
  return found;
}

/** As the history of settings tells it: no secret, and no use. */
const told = ({ label, permissions, roles, scope, expiresAt, tokens }: Key): object => ({
  label,
  permissions,
  roles,
  stores: scope.stores,
  seller: scope.seller,
  own: scope.own,
  expiresAt,
  tokens: tokens.map(({ token }) => token),
});
