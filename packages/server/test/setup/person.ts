import type { TestApi } from './api.js';
import { invitationLink } from '../../src/users/announcements.js';
import { isRefused } from '../../src/users/refusal.js';
import { createStaff, type Staff } from '../../src/users/staff.js';
import { TEST_SECRET } from './api.js';

export const PASSWORD = 'a teapot of clay';

/** The session that the API answers. */
interface SessionBody {
  readonly sessionId: string;
  readonly user: { readonly userId: string; readonly email: string; readonly name: string | null };
  readonly accounts: readonly { readonly account: string; readonly permissions: readonly string[] }[];
  readonly csrfToken: string;
}

/** The services of staff beside the API, as the command line has them. */
export const staffOf = ({ database }: TestApi): Staff =>
  createStaff({ pool: database.serving, secret: TEST_SECRET, now: () => new Date().toISOString() });

/** Invites as the command line does; answers the code of the link and the id. */
export async function invite(
  api: TestApi,
  email: string,
  { account = 'default', roles = ['administrator'] as readonly string[] } = {},
): Promise<{ code: string; userId: string }> {
  const invited = await staffOf(api).invitations.invite(
    { account, email, roles, stores: null, seller: null, own: false, invitedBy: 'cli', locale: null },
    () => Promise.resolve(),
  );
  if (isRefused(invited)) throw new Error(JSON.stringify(invited));
  return { ...invited, code: invitationLink(new URL('http://127.0.0.1'), invited.code).split('#')[1] ?? '' };
}

/** Somebody with a session, as a page of ours sends it. */
export interface Person {
  readonly userId: string;
  readonly session: SessionBody;
  /** Cookie and CSRF token. */
  readonly headers: Record<string, string>;
}

/** Invites, accepts, and is logged in. */
export async function hire(api: TestApi, email: string, more: Parameters<typeof invite>[2] = {}): Promise<Person> {
  const { code, userId } = await invite(api, email, more);
  const accepted = await api.ask('POST', '/api/v1/invitations/accept', {
    keyless: true,
    body: { code, password: PASSWORD, name: email.split('@')[0] },
  });
  if (accepted.status !== 200) throw new Error(accepted.text);
  return { userId, ...sessionIn(accepted) };
}

/** What a login answered, as the headers of later requests. */
export function sessionIn(answer: {
  readonly body: unknown;
  readonly headers: Record<string, string | string[] | number | undefined>;
}): Omit<Person, 'userId'> {
  const session = answer.body as SessionBody;
  return { session, headers: { cookie: cookieIn(answer), 'docket-csrf': session.csrfToken } };
}

/** Name and value of the cookie that an answer sets. */
export const cookieIn = ({ headers }: { headers: Record<string, string | string[] | number | undefined> }): string =>
  String([headers['set-cookie'] ?? ''].flat()[0]).split(';')[0] ?? '';
