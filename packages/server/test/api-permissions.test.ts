import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { PERMISSIONS } from '../src/access/permissions.js';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

interface Meaning {
  readonly permission: string;
  readonly meaning: string;
  readonly held: boolean;
}

describe('the list of permissions', () => {
  it('says what each means and which the caller may give, page by page', async () => {
    const permissions = ['access.view', 'orders.view'];
    await ensureAppKey(api.database.serving, 'default', { key: 'helper', token: 'h', permissions });
    const headers = { 'x-vtex-api-appkey': 'helper', 'x-vtex-api-apptoken': 'h' };
    const seen: Meaning[] = [];
    let after = '';
    for (let pages = 0; pages < 50; pages += 1) {
      const { body } = await api.ask('GET', `${ADMIN}/permissions?limit=7${after}`, { headers });
      seen.push(...(body.items as readonly Meaning[]));
      if (body.next === null) break;
      after = `&after=${String(body.next)}`;
    }
    expect(seen.map(({ permission }) => permission)).toEqual(['*', ...Object.keys(PERMISSIONS).sort()]);
    expect(seen.filter(({ held }) => held).map(({ permission }) => permission)).toEqual(permissions);
    expect(seen.find(({ permission }) => permission === 'orders.view')?.meaning).toBe(PERMISSIONS['orders.view']);
  });

  it('is all to be given by who may do everything', async () => {
    const items = (await api.ask('GET', `${ADMIN}/permissions`)).body.items as readonly Meaning[];
    expect(items.filter(({ held }) => !held)).toEqual([]);
  });
});
