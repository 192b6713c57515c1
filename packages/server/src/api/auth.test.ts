import { describe, expect, it } from 'vitest';
import { createAppKeys } from '../access/app-keys.js';
import { tokenHash } from '../access/tokens.js';
import { credentialsOf } from './auth.js';

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

describe('credentials of a request', () => {
  it('stand in the two headers that connectors send', () => {
    const headers = { 'x-vtex-api-appkey': 'erp', 'x-vtex-api-apptoken': 'secret' };
    expect(credentialsOf(headers)).toEqual({ key: 'erp', token: 'secret' });
  });

  it('stand in HTTP Basic, where the token may hold colons', () => {
    expect(credentialsOf({ authorization: basic('erp:a:b') })).toEqual({ key: 'erp', token: 'a:b' });
  });

  it('are missing where nothing was sent', () => {
    expect(credentialsOf({})).toBeNull();
  });

  it.each([
    [{ 'x-vtex-api-appkey': 'erp' }],
    [{ 'x-vtex-api-apptoken': 'secret' }],
    [{ authorization: 'Bearer abc' }],
    [{ authorization: 'Basic ???' }],
    [{ authorization: basic('no colon') }],
    [{ authorization: basic('nul\0:token') }],
    [{ authorization: basic(`${'k'.repeat(500)}:t`) }],
  ])('are malformed in %j', (headers) => {
    expect(credentialsOf(headers)).toBe('malformed');
  });
});

describe('keys', () => {
  const row = {
    account: 'shop',
    key: 'erp',
    tokens: [
      { token: 1, sha256: tokenHash('secret') },
      { token: 2, sha256: tokenHash('next') },
    ],
    permissions: ['orders.view'],
    roles: ['clerk'],
    scope: { stores: ['outlet'], seller: null, own: true },
    expiresAt: new Date(10_000),
  };
  interface Given {
    keys: ReturnType<typeof createAppKeys>;
    clock: { now: number };
    reads: string[];
    uses: number[];
  }

  function given(): Given {
    const clock = { now: 0 };
    const reads: string[] = [];
    const uses: number[] = [];
    const find = (key: string): Promise<typeof row | null> => {
      reads.push(key);
      return Promise.resolve(key === 'erp' ? row : null);
    };
    const used = (_account: string, _key: string, token: number) => uses.push(token);
    return { keys: createAppKeys({ find, now: () => clock.now, used }), clock, reads, uses };
  }

  it('fix the account and carry their permissions', async () => {
    const { keys } = given();
    const caller = await keys.authenticate({ key: 'erp', token: 'secret' });
    expect(caller).toEqual({
      account: 'shop',
      kind: 'key',
      id: 'key:erp',
      permissions: new Set(['orders.view']),
      roles: ['clerk'],
      scope: { stores: ['outlet'], seller: null, assignee: 'key:erp' },
    });
  });

  it('are refused with another token, an unknown name, or after they expired', async () => {
    const { keys, clock } = given();
    expect(await keys.authenticate({ key: 'erp', token: 'Secret' })).toBeNull();
    expect(await keys.authenticate({ key: 'other', token: 'secret' })).toBeNull();
    clock.now = 10_000;
    expect(await keys.authenticate({ key: 'erp', token: 'secret' })).toBeNull();
  });

  it('are read once in five seconds, unknown ones too', async () => {
    const { keys, clock, reads } = given();
    for (const key of ['erp', 'erp', 'other', 'other']) await keys.authenticate({ key, token: 'secret' });
    expect(reads).toEqual(['erp', 'other']);
    expect(keys.cached({ key: 'erp', token: 'secret' })?.account).toBe('shop');
    clock.now = 5_000;
    expect(keys.cached({ key: 'erp', token: 'secret' })).toBeNull();
    await keys.authenticate({ key: 'erp', token: 'secret' });
    expect(reads).toEqual(['erp', 'other', 'erp']);
  });

  it('open with either of two tokens, and it is told which one was used', async () => {
    const { keys, uses } = given();
    for (const token of ['next', 'secret', 'other']) await keys.authenticate({ key: 'erp', token });
    expect(keys.cached({ key: 'erp', token: 'next' })).not.toBeNull();
    expect(uses).toEqual([2, 1, 2]);
  });

  it('are read anew once something of their account was changed', async () => {
    const { keys, reads } = given();
    await keys.authenticate({ key: 'erp', token: 'secret' });
    keys.drop('shop');
    expect(keys.cached({ key: 'erp', token: 'secret' })).toBeNull();
    const reading = keys.authenticate({ key: 'erp', token: 'secret' });
    keys.drop('shop');
    expect(await reading).not.toBeNull();
    // What was read before the change is used once, and not remembered.
    expect(keys.cached({ key: 'erp', token: 'secret' })).toBeNull();
    expect(reads).toEqual(['erp', 'erp']);
  });
});
