import { withAccounts } from '../src/database/pool.js';
import { ADMIN, ORDER, type TestApi } from './setup/api.js';

export const ACCOUNT = '/api/v1/account';

/** Asks as somebody from outside: with the headers that are given, and none of the desk's. */
export async function askOutside(
  api: TestApi,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  { body, headers = {} }: { readonly body?: unknown; readonly headers?: Record<string, string> } = {},
) {
  const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  const answer = await api.api.inject({
    method,
    url: path.startsWith('/') ? path : `${ACCOUNT}/${path}`,
    headers: { ...json, ...headers },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  return {
    status: answer.statusCode,
    text: answer.body,
    headers: answer.headers,
    cookies: answer.cookies,
    body: answer.body === '' ? undefined : answer.json<Record<string, unknown>>(),
  };
}

export const bearer = (token: string): { headers: Record<string, string> } => ({
  headers: { authorization: `Bearer ${token}` },
});

/** The digits of the code that was mailed to the address last. */
export async function codeFor(api: TestApi, email: string, headers: Record<string, string> = {}): Promise<string> {
  const { body } = await api.ask('GET', `${ADMIN}/mails?recipient=${encodeURIComponent(email)}&limit=1`, { headers });
  const [mail] = (body as unknown as { mails: { id: string }[] }).mails;
  if (mail === undefined) throw new Error(`no mail to ${email}`);
  const { text } = await api.ask('GET', `${ADMIN}/mails/${mail.id}`, { headers });
  const code = /\d{4} \d{4}/.exec(text)?.[0];
  if (code === undefined) throw new Error('a mail without a code');
  return code;
}

export async function signIn(api: TestApi, email: string): Promise<string> {
  await forgetTries(api);
  await askOutside(api, 'POST', 'sign-in', { body: { email } });
  const { body } = await askOutside(api, 'POST', 'sign-in/confirm', {
    body: { email, code: await codeFor(api, email) },
  });
  return body?.['token'] as string;
}

/** Lets the next test begin with all its tries. */
export const forgetTries = (api: TestApi) => api.database.owner.query('delete from login_attempts');

export async function place(api: TestApi, changes: object = {}): Promise<string> {
  const placed = await api.ask('POST', `${ADMIN}/orders`, { body: { ...ORDER, ...changes } });
  if (placed.status !== 201) throw new Error(placed.text);
  return placed.body.orderId;
}

export const rows = <Row extends Record<string, unknown>>(api: TestApi, text: string, values: unknown[] = []) =>
  withAccounts(api.database.serving, ['default'], async (client) => (await client.query<Row>(text, values)).rows);
