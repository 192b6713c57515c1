import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ADMIN, createTestApi, TEST_SECRET, type TestApi } from './setup/api.js';
import { PASSWORD } from './setup/person.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

const program = fileURLToPath(new URL('../bin/docket.mjs', import.meta.url));

/** `docket users …` on the database of the test, with this on standard input. */
async function users(words: readonly string[], input = ''): Promise<{ code: number | null; out: string; err: string }> {
  const env = { PATH: process.env['PATH'], DATABASE_URL: api.database.url, DOCKET_SECRET: TEST_SECRET };
  const child = spawn(process.execPath, [program, 'users', ...words], { env, stdio: 'pipe' });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  child.stdin.end(input);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

const login = async (password: string): Promise<number> =>
  (await api.ask('POST', '/api/v1/session', { keyless: true, body: { email: 'ana@example.com', password } })).status;

it('makes the first administrator without a mail server, and lets them in again', { timeout: 240_000 }, async () => {
  const invited = await users(['invite', 'Ana@Example.com', '--role', 'administrator']);
  expect(invited).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^http:\/\/127\.0\.0\.1:4000\/invitation#[\w-]{43}\n$/) as string,
  });
  const again = await users(['invite', 'ana@example.com', '--role', 'administrator']);
  const accept = (out: string) =>
    api.ask('POST', '/api/v1/invitations/accept', {
      keyless: true,
      body: { code: out.trim().split('#')[1], password: PASSWORD, name: 'Ana' },
    });
  expect((await accept(invited.out)).status).toBe(400);
  expect((await accept(again.out)).status).toBe(200);

  expect((await users(['list'])).out).toMatch(/^ana@example\.com\tactive\tadministrator\t20\S+Z\tAna\n$/);
  expect((await users(['reset-password', 'ana@example.com', '--stdin'], 'another teapot, of iron\n')).code).toBe(0);
  expect([await login(PASSWORD), await login('another teapot, of iron')]).toEqual([401, 200]);
  expect((await users(['disable', 'ana@example.com'])).code).toBe(0);
  expect(await login('another teapot, of iron')).toBe(401);
  expect((await users(['enable', 'ana@example.com'])).code).toBe(0);
  expect((await users(['remove', 'ana@example.com'])).code).toBe(0);
  const history = await api.ask('GET', `${ADMIN}/settings-changes?kind=user&actor=cli`);
  expect(history.body.items).toMatchObject([
    { action: 'removed', before: { roles: ['administrator'], active: true } },
    { action: 'changed', before: { active: false }, after: { active: true } },
    { action: 'changed', before: { active: true }, after: { active: false } },
    { action: 'created', after: { roles: ['administrator'] } },
  ]);
  const { rows } = await api.database.owner.query('select email, name from users');
  expect(rows).toEqual([{ email: null, name: null }]);
});

it.each([
  [['invite', 'ana', '--role', 'administrator'], 'ana is no mail address'],
  [['invite', 'bo@example.com', '--role', 'king'], 'the account default has no role king'],
  [['invite', 'bo@example.com', '--role', 'administrator', '--account', 'none'], 'there is no account none'],
  [['disable', 'nobody@example.com'], 'nobody has the address nobody@example.com'],
])('%j says in one line what is wrong', { timeout: 60_000 }, async (words, line) => {
  expect(await users(words)).toEqual({ code: 1, out: '', err: `docket: ${line}\n` });
});
