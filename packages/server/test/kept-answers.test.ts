import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';
import { hire } from './setup/person.js';
import { place } from './shoppers.js';

/** What makes a secret and no order: sent again under its key it makes no second one, and tells the first again. */

let api: TestApi;
let orderId: string;
let key: string;
beforeAll(async () => {
  api = await createTestApi();
  orderId = await place(api);
  const made = await api.ask('POST', `${ADMIN}/keys`, { body: { label: 'rotated', permissions: ['orders.view'] } });
  ({ key } = made.body as unknown as { key: string });
});
afterAll(() => api.end());

const send = (path: string, idempotencyKey: string, body: object, headers: Record<string, string> = {}) =>
  api.ask('POST', `${ADMIN}${path}`, { body, headers: { 'idempotency-key': idempotencyKey, ...headers } });

async function count(...tables: readonly string[]): Promise<number[]> {
  const counts = tables.map((table) => `(select count(*)::int from ${table})`).join(', ');
  const { rows } = await api.database.owner.query<{ counts: number[] }>(`select array[${counts}] as counts`);
  return rows[0]?.counts ?? [];
}

/** Path, body, the tables that get one row, and what of the answer nobody else may know. */
const MADE: Record<string, () => readonly [path: string, body: object, tables: readonly string[], secret: string]> = {
  'a key': () => ['/keys', { label: 'erp', permissions: ['orders.view'] }, ['app_keys', 'app_key_tokens'], 'secret'],
  'a second token': () => [`/keys/${key}/tokens`, {}, ['app_key_tokens'], 'secret'],
  'an account': () => ['/accounts', { account: 'branch', name: 'Branch' }, ['accounts', 'app_keys'], 'token'],
  'a guest link': () => [`/orders/${orderId}/guest-links`, { mail: true }, ['guest_links', 'mails'], 'token'],
};

describe.each(Object.entries(MADE))('%s', (name, asked) => {
  it('is made once, however often its request comes at the same moment, and its secret is told again', async () => {
    const [path, body, tables, secret] = asked();
    const before = await count(...tables);
    const answers = await Promise.all([1, 2, 3].map(() => send(path, `making ${name}`.replaceAll(' ', '-'), body)));
    const later = await send(path, `making ${name}`.replaceAll(' ', '-'), body);
    for (const answer of [...answers, later]) {
      expect(answer.status, answer.text).toBe(201);
      expect(answer.body).toEqual(later.body);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    expect([...answers, later].filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(3);
    expect(await count(...tables)).toEqual(before.map((rows) => rows + 1));

    const { rows } = await api.database.owner.query<{ text: string }>(
      `select k::text || encode(answer, 'escape') as text from kept_answers k`,
    );
    const kept = rows.map(({ text }) => text).join();
    expect(kept).not.toContain((later.body as unknown as Record<string, string>)[secret] ?? '');
    expect(kept).not.toContain('making-');
  });

  it('is refused under a key that asked for something else', async () => {
    const { status, text } = await send('/keys', `making ${name}`.replaceAll(' ', '-'), { label: 'other' });
    expect(status, text).toBe(422);
    expect(text).toContain('idempotency_key_reused');
  });
});

describe('a request under a key', () => {
  it('that was refused is decided anew', async () => {
    const body = { label: 'packer', roles: ['packers'] };
    expect((await send('/keys', 'packer', body)).text).toContain('role_unknown');
    await api.ask('POST', `${ADMIN}/roles`, {
      body: { role: 'packers', name: 'Packers', permissions: ['orders.view'] },
    });
    const made = await send('/keys', 'packer', body);
    expect(made.status, made.text).toBe(201);
    expect(made.headers['idempotency-replayed']).toBeUndefined();
  });

  it('is another one when somebody else sends it', async () => {
    const body = { label: 'mine', permissions: ['orders.view'] };
    const { headers } = await hire(api, 'bo@example.com');
    const path = `${ADMIN}/keys`;
    const mine = await send('/keys', 'same', body);
    const theirs = await api.ask('POST', path, {
      body,
      keyless: true,
      headers: { ...headers, 'idempotency-key': 'same' },
    });
    expect(theirs.status, theirs.text).toBe(201);
    expect((theirs.body as unknown as { key: string }).key).not.toBe((mine.body as unknown as { key: string }).key);
  });

  it('sends a mail again once', async () => {
    const link = await api.ask('POST', `${ADMIN}/orders/${orderId}/guest-links`, { body: { mail: true } });
    const { mailId } = link.body as unknown as { mailId: string };
    const resent = async () => {
      const answer = await send(`/mails/${mailId}/resend`, 'again', {});
      expect(answer.status, answer.text).toBe(202);
      const { rows } = await api.database.owner.query<{ state: string }>('select state from mails where id = $1', [
        mailId,
      ]);
      return rows[0]?.state;
    };
    expect(await resent()).toBe('queued');
    await api.database.owner.query("update mails set state = 'sent' where id = $1", [mailId]);
    expect(await resent()).toBe('sent');
  });
});
