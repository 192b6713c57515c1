import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTransport } from './transport.js';

afterEach(() => vi.unstubAllGlobals());

describe('keys of writes', () => {
  it('are made on plain http too, where browsers offer getRandomValues alone, and none is made twice', async () => {
    const { crypto } = globalThis;
    vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes) });
    const keys: (string | null)[] = [];
    const send = createTransport({
      url: 'http://desk.example',
      fetch: (_url, init) => {
        keys.push(new Headers(init?.headers).get('idempotency-key'));
        return Promise.resolve(new Response('{}'));
      },
    });
    for (let call = 0; call < 100; call += 1) await send({ method: 'POST', path: '/orders', body: {} });
    expect(new Set(keys).size).toBe(100);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
  });
});
