import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PASSWORD, HERE, done, later, openStaff, type TestStaff } from './staff.js';

let staff: TestStaff;
let ana: string;
let people = 0;
beforeAll(async () => {
  staff = await openStaff();
});
afterAll(() => staff.close());

const NEW = 'another teapot, of iron';
/** Somebody new for each test, so that guesses of one test do not count in the next. */
const email = (): string => `ana${people}@example.com`;
const login = (password = PASSWORD, from = HERE, address = email()) =>
  staff.login.login({ email: address, password }, from);

beforeEach(async () => {
  people += 1;
  await staff.database.owner.query('delete from login_attempts');
  ana = await staff.hire(email());
});

describe('a login', () => {
  it('takes the address as people write it, and answers where the person works', async () => {
    const { signedIn } = done(await login(PASSWORD, HERE, `  ANA${people}@Example.COM `));
    expect(signedIn.user).toMatchObject({ userId: ana, email: email(), name: 'Ana' });
    expect(signedIn.memberships).toMatchObject([{ account: 'acme', roles: ['administrator'] }]);
  });

  it('is refused alike for a wrong password and for somebody who does not exist', async () => {
    expect(await login('a wrong password')).toEqual({ refused: 'login_failed' });
    expect(await login(PASSWORD, HERE, 'nobody@example.com')).toEqual({ refused: 'login_failed' });
  });

  it('is a new session each time, and its token is stored nowhere', async () => {
    const [one, other] = [done(await login()), done(await login())];
    expect(one.token).not.toBe(other.token);
    const { rows } = await staff.database.owner.query<{ text: string }>(
      `select string_agg(s::text, ' ') || (select string_agg(u::text, ' ') from users u) as text from user_sessions s`,
    );
    expect(rows[0]?.text).not.toContain(one.token);
    expect(rows[0]?.text).not.toContain(PASSWORD);
    expect((await staff.sessions.find(one.token))?.sessionId).toBe(one.signedIn.sessionId);
  });

  it('takes ten guesses at one person in a quarter of an hour, wherever and in whichever process they are made', async () => {
    const guesses = Array.from({ length: 20 }, (_each, n) =>
      (n % 2 === 0 ? staff : staff.another()).login.login(
        { email: email(), password: `guess number ${n}` },
        { ...HERE, address: `198.51.100.${n}` },
      ),
    );
    const outcomes = await Promise.all(guesses);
    const stopped = outcomes.filter((outcome) => 'refused' in outcome && outcome.refused === 'attempts_exceeded');
    expect(stopped).toHaveLength(10);
    expect(await login()).toEqual({ refused: 'attempts_exceeded', retryAfter: 900 });
    later(staff.clock, 14);
    expect(await login()).toEqual({ refused: 'attempts_exceeded', retryAfter: 60 });
    later(staff.clock, 1);
    done(await login());
  });

  it('counts guesses at people who do not exist too, so that being stopped tells nothing', async () => {
    const nobody = `nobody${people}@example.com`;
    for (let n = 0; n < 10; n += 1) await login('a wrong password', HERE, nobody);
    expect(await login(PASSWORD, HERE, nobody)).toMatchObject({ refused: 'attempts_exceeded' });
  });

  it('that succeeds forgets the guesses before it', async () => {
    for (let n = 0; n < 9; n += 1) await login('a wrong password');
    done(await login());
    for (let n = 0; n < 9; n += 1) await login('a wrong password');
    done(await login());
  });

  it('takes a hundred guesses from one address, and succeeds as often as an office needs', async () => {
    const { owner } = staff.database;
    for (let n = 0; n < 3; n += 1) done(await login());
    const { rows } = await owner.query<{ attempts: number }>('select max(attempts) as attempts from login_attempts');
    expect(rows).toEqual([{ attempts: 0 }]);
    await login('a wrong password', HERE, 'x@example.com');
    // As if it had been a hundred.
    await owner.query('update login_attempts set attempts = attempts + 99 where attempts = 1');
    expect(await login()).toMatchObject({ refused: 'attempts_exceeded' });
    done(await login(PASSWORD, { ...HERE, address: '203.0.113.6' }));
  });
});

describe('a session', () => {
  it('ends twelve hours after it was used last, and after seven days in any case', async () => {
    const { token } = done(await login());
    for (let hours = 0; hours < 7 * 24 - 11; hours += 11) {
      later(staff.clock, 11 * 60);
      expect(await staff.sessions.find(token), `after ${hours + 11} hours`).not.toBeNull();
    }
    later(staff.clock, 11 * 60);
    expect(await staff.sessions.find(token)).toBeNull();
    const { token: unused } = done(await login());
    later(staff.clock, 12 * 60);
    expect(await staff.sessions.find(unused)).toBeNull();
  });

  it('is listed to its owner and ended by them, and by nobody else', async () => {
    const { token, signedIn } = done(await login(PASSWORD, { ...HERE, userAgent: 'Firefox\n"<b>' }));
    const [mine] = (await staff.sessions.list(ana)).filter(({ sessionId }) => sessionId === signedIn.sessionId);
    expect(mine).toMatchObject({ userAgent: 'Firefox?"<b>' });
    expect(await staff.sessions.end('somebody-else', signedIn.sessionId)).toBe(false);
    expect(await staff.sessions.find(token)).not.toBeNull();
    expect(await staff.sessions.end(ana, signedIn.sessionId)).toBe(true);
    expect(await staff.sessions.find(token)).toBeNull();
  });

  it('of somebody who was disabled is over, and they cannot log in', async () => {
    const { token } = done(await login());
    await staff.database.owner.query('update users set disabled_at = now() where user_id = $1', [ana]);
    expect(await staff.sessions.find(token)).toBeNull();
    expect(await login()).toEqual({ refused: 'login_failed' });
  });
});

describe('a new password', () => {
  it('needs the present one, and ends every session but the new one', async () => {
    const [here, elsewhere] = [done(await login()), done(await login())];
    const ask = { current: 'a wrong password', password: NEW };
    expect(await staff.login.changePassword(here.signedIn, ask, HERE)).toEqual({ refused: 'login_failed' });
    const changed = done(await staff.login.changePassword(here.signedIn, { ...ask, current: PASSWORD }, HERE));
    for (const { token } of [here, elsewhere]) expect(await staff.sessions.find(token)).toBeNull();
    expect(await staff.sessions.find(changed.token)).not.toBeNull();
    expect(await login()).toEqual({ refused: 'login_failed' });
    done(await login(NEW));
  });

  it('of eleven letters is refused', async () => {
    const { signedIn } = done(await login());
    expect(
      await staff.login.changePassword(signedIn, { current: PASSWORD, password: 'short words' }, HERE),
    ).toMatchObject({ refused: 'password_refused', details: { problem: 'too_short' } });
  });
});

describe('a forgotten password', () => {
  const ask = async (address = email(), from = HERE): Promise<string[]> => {
    const codes: string[] = [];
    const announce = (_client: unknown, { code }: { code: string }): Promise<void> => {
      codes.push(code);
      return Promise.resolve();
    };
    expect(await staff.resets.request(address, from, announce)).toBeNull();
    return codes;
  };

  it('is set by a code that is good once, ends every session, and opens a login that guesses had stopped', async () => {
    const { token } = done(await login());
    for (let n = 0; n < 12; n += 1) await login('a wrong password');
    const [code = ''] = await ask();
    expect(await staff.resets.confirm({ code, password: NEW }, HERE)).toBeNull();
    expect(await staff.sessions.find(token)).toBeNull();
    done(await login(NEW));
    expect(await staff.resets.confirm({ code, password: PASSWORD }, HERE)).toMatchObject({ refused: 'code_invalid' });
  });

  it('is not set twice by two who send the code at once', async () => {
    const [code = ''] = await ask();
    const both = await Promise.all([1, 2].map((n) => staff.resets.confirm({ code, password: `${NEW} ${n}` }, HERE)));
    expect(both.filter((outcome) => outcome === null)).toHaveLength(1);
  });

  it('has a code for half an hour; a new one does not end the last, a new password ends all', async () => {
    const [[first = ''], [second = '']] = [await ask(), await ask()];
    later(staff.clock, 30);
    expect(await staff.resets.confirm({ code: first, password: NEW }, HERE)).toMatchObject({ refused: 'code_invalid' });
    const [third = ''] = await ask();
    expect(await staff.resets.confirm({ code: third, password: NEW }, HERE)).toBeNull();
    expect(await staff.resets.confirm({ code: second, password: NEW }, HERE)).toMatchObject({
      refused: 'code_invalid',
    });
  });

  it('sends nothing for who does not exist, is disabled, has no password, or asked three times this hour', async () => {
    expect(await ask('nobody@example.com')).toEqual([]);
    for (let n = 0; n < 3; n += 1) expect(await ask()).toHaveLength(1);
    expect(await ask()).toEqual([]);
    later(staff.clock, 60);
    expect(await ask()).toHaveLength(1);
  });

  it('is answered after the same time whoever asks', async () => {
    const millis = async (address: string): Promise<number> => {
      const began = performance.now();
      await ask(address);
      return performance.now() - began;
    };
    expect(await millis(email())).toBeGreaterThan(140);
    expect(await millis('nobody@example.com')).toBeGreaterThan(140);
  });
});
