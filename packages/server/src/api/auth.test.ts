import { describe, expect, it } from 'vitest';
import { createAppKeys, tokenHash } from '../access/app-keys.js';
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
    tokenSha256: tokenHash('secret'),
    permissions: ['orders.view'],
    expiresAt: new Date(10_000),
  };
  function given(): { keys: ReturnType<typeof createAppKeys>; clock: { now: number }; reads: string[] } {
    const clock = { now: 0 };
    const reads: string[] = [];
    const find = (key: string): Promise<typeof row | null> => {
      reads.push(key);
      return Promise.resolve(key === 'erp' ? row : null);
    };
    return { keys: createAppKeys({ find, now: () => clock.now }), clock, reads };
  }

  it('fix the account and carry their permissions', async () => {
    const { keys } = given();
    const caller = await keys.authenticate({ key: 'erp', token: 'secret' });
    expect(caller).toEqual({
      account: 'shop',
      kind: 'key',
      id: 'key:erp',
      permissions: new Set(['orders.view']),
      scope: { stores: null, seller: null, assignee: null },
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
});
