import type { Mailer } from '@docket/core/ports';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSmtpMailer } from '../src/adapters/mail/smtp.js';
import { saveCustomers } from '../src/customers/customers.js';
import { withAccounts } from '../src/database/pool.js';
import { inTransaction } from '../src/database/transaction.js';
import { createFollowerPool } from '../src/database/follower.js';
import { createTaskDrain } from '../src/followers/drain-tasks.js';
import { failedTasks } from '../src/followers/failed-tasks.js';
import { forgetSubject } from '../src/forgetting/forget-subject.js';
import { createMails, type Mails } from '../src/mail/mails.js';
import { createQueueMail, type NewMail, SEND_MAIL } from '../src/mail/queue-mail.js';
import { createContentSeal } from '../src/mail/sealed-content.js';
import { sendMailHandler } from '../src/mail/send-mail.js';
import type { MailKind } from '../src/mail/templates.js';
import { type MailServer, startMailServer } from './setup/mail-server.js';
import { acceptedOrder, asked, openWritePath, placement, rowsOf, type WritePath } from './write-path.js';

const FROM = 'Tea & Co <orders@shop.example>';
const contents = createContentSeal('a secret of sufficient length');
let path: WritePath;
let follower: ReturnType<typeof createFollowerPool>;
let mails: Mails;
const servers: MailServer[] = [];
const mailers: Mailer[] = [];

beforeAll(async () => {
  path = await openWritePath(['acme', 'globex']);
  follower = createFollowerPool(path.database, { max: 4, applicationName: 'test follower' });
  mails = createMails(path.database.serving, { keys: path.log.keys, contents });
});
afterAll(async () => {
  await follower.end();
  await path.close();
});
beforeEach(async () => {
  path.clock.now = '2026-03-02T10:00:00.000Z';
  known = true;
  await rowsOf(path, 'delete from mails');
  await rowsOf(path, 'delete from tasks');
});
afterEach(async () => {
  for (const mailer of mailers.splice(0)) await mailer.close();
  for (const server of servers.splice(0)) await server.close();
});

const server = async (options: Parameters<typeof startMailServer>[0] = {}): Promise<MailServer> => {
  const started = await startMailServer(options);
  servers.push(started);
  return started;
};

const later = (seconds: number): void => {
  path.clock.now = new Date(Date.parse(path.clock.now) + seconds * 1000).toISOString();
};

const CODE = {
  kind: 'sign_in_code',
  to: 'ana@example.org',
  locale: 'en',
  parameters: { shop: 'Tea & Co', code: '123456', minutes: '10' },
} as const satisfies NewMail<'sign_in_code'>;

function queue<Kind extends MailKind>(mail: NewMail<Kind>, sends = true): Promise<string> {
  const queueMail = createQueueMail({ keys: path.log.keys, contents, clock: () => path.clock.now, sends });
  return withAccounts(path.database.serving, ['acme'], (client) =>
    inTransaction(client, () => queueMail(client, 'acme', mail)),
  );
}

let known = true;
const isKnown = (): Promise<boolean> => Promise.resolve(known);

/** One look of a worker that mails through this server. */
async function work(settings: MailServer['settings'] | null): Promise<void> {
  const mailer = settings === null ? null : createSmtpMailer({ server: settings, from: FROM });
  if (mailer !== null) mailers.push(mailer);
  const clock = (): string => path.clock.now;
  const drain = createTaskDrain({
    pool: follower,
    kinds: { only: [SEND_MAIL] },
    handlers: {
      [SEND_MAIL]: sendMailHandler({ pool: follower, mailer, contents, domain: 'shop.example', isKnown, clock }),
    },
    clock,
    worker: 'w1',
    onError: (error) => {
      throw error;
    },
  });
  await drain.drain(10);
}

const everyText = async (): Promise<string> => {
  const texts = await path.database.owner.query<{ text: string | null }>(
    "select string_agg(m::text, ' ') as text from mails m union all select string_agg(t::text, ' ') from tasks t",
  );
  return texts.rows.map(({ text }) => text).join(' ');
};

describe('a mail', () => {
  it('is delivered once its transaction has committed, and says who sent it and which one it is', async () => {
    const { settings, taken } = await server();
    const id = await queue(CODE);
    expect(await mails.find('acme', id)).toMatchObject({ state: 'queued', attempts: 0, content: { to: CODE.to } });
    await work(settings);
    expect(taken).toHaveLength(1);
    expect(taken[0]?.to).toEqual(['ana@example.org']);
    expect(taken[0]?.source).toContain(`Message-ID: <${id}@shop.example>`);
    expect(taken[0]?.source).toContain('From: "Tea & Co" <orders@shop.example>');
    expect(taken[0]?.source).toContain('Auto-Submitted: auto-generated');
    expect(taken[0]?.source).toMatch(/text\/plain[\s\S]*123456[\s\S]*text\/html[\s\S]*123456/);
    expect(await mails.find('acme', id)).toMatchObject({ state: 'sent', attempts: 1, sentAt: path.clock.now });
    expect(await rowsOf(path, 'select 1 from tasks')).toEqual([]);
  });

  it('of a transaction that is rolled back is never sent', async () => {
    const { settings, taken } = await server();
    const queueMail = createQueueMail({ keys: path.log.keys, contents, clock: () => path.clock.now, sends: true });
    const undone = withAccounts(path.database.serving, ['acme'], (client) =>
      inTransaction(client, async () => {
        await queueMail(client, 'acme', CODE);
        throw new Error('undone');
      }),
    );
    await expect(undone).rejects.toThrow('undone');
    await work(settings);
    expect(taken).toEqual([]);
  });

  it('lies sealed in its table: neither code nor address can be read from a dump', async () => {
    await queue(CODE);
    expect(await everyText()).not.toMatch(/123456|ana@|313233343536/);
  });

  it('that lets somebody in is wiped once it was sent; it cannot be read or sent again', async () => {
    const { settings } = await server();
    const id = await queue(CODE);
    await work(settings);
    expect(await mails.find('acme', id)).toMatchObject({ state: 'sent', hasContent: false, content: null });
    expect(await mails.resend('acme', id, path.clock.now)).toBe('wiped');
  });

  it('is kept to be read where there is no mail server, whichever process finds that out', async () => {
    const kept = await queue(CODE, false);
    expect(await mails.find('acme', kept)).toMatchObject({ state: 'kept', content: { to: CODE.to } });
    expect(await rowsOf(path, 'select 1 from tasks')).toEqual([]);
    const queued = await queue(CODE);
    await work(null);
    expect(await mails.find('acme', queued)).toMatchObject({ state: 'kept', hasContent: true });
  });

  it('that was kept is sent when somebody asks for it, under a Message-ID of its own', async () => {
    const { settings, taken } = await server();
    const id = await queue(CODE, false);
    expect(await mails.resend('acme', id, path.clock.now)).toBe('queued');
    await work(settings);
    expect(taken[0]?.source).toContain(`Message-ID: <${id}.1@shop.example>`);
  });

  it('to an address that would be a header or a list is not even queued', async () => {
    for (const to of ['a@example.com\r\nBcc: b@example.com', 'a@example.com, b@example.com']) {
      await expect(queue({ ...CODE, to })).rejects.toThrow('no address');
    }
  });

  it('is seen by its own account alone', async () => {
    const id = await queue(CODE);
    expect(await mails.find('globex', id)).toBeNull();
    expect(await mails.list('globex', { limit: 10 })).toEqual([]);
    expect(await mails.resend('globex', id, path.clock.now)).toBe('unknown');
  });

  it('is found by address, however it is written, by kind, state and order; newest first, page by page', async () => {
    const ids: string[] = [];
    for (const to of ['ana@example.org', 'bo@example.org', 'ana@example.org']) {
      later(1);
      ids.unshift(await queue({ ...CODE, to }));
    }
    const list = async (filter: object) =>
      (await mails.list('acme', { limit: 10, ...filter })).map(({ id }) => ids.indexOf(id));
    expect(await list({})).toEqual([0, 1, 2]);
    expect(await list({ recipient: ' ANA@Example.org' })).toEqual([0, 2]);
    expect(await list({ kind: 'invitation' })).toEqual([]);
    expect(await list({ state: 'queued', limit: 1 })).toEqual([0]);
    expect(await list({ after: ids[0] })).toEqual([1, 2]);
    expect(await list({ orderId: '1-01' })).toEqual([]);
  });
});

describe('a mail server', () => {
  it('that is down is tried again under the same Message-ID, and gets the mail when it is back', async () => {
    const first = await server();
    const { settings } = first;
    await first.close();
    const id = await queue(CODE);
    await work(settings);
    const waiting = await mails.find('acme', id);
    expect(waiting).toMatchObject({ state: 'queued', attempts: 1, hasContent: true });
    expect(waiting?.lastError).toMatch(/^mail server: ESOCKET|ECONNECTION|ECONNREFUSED/);
    const again = await server({ port: settings.port });
    await work(settings);
    expect(again.taken).toEqual([]); // not yet due
    later(10);
    await work(settings);
    expect(again.taken[0]?.source).toContain(`Message-ID: <${id}@shop.example>`);
    expect(await mails.find('acme', id)).toMatchObject({ state: 'sent', attempts: 2, lastError: null });
  });

  it('that refuses the address for good ends the mail at once, and its words about the reader are kept nowhere', async () => {
    const refusing = await server({
      onRcptTo: ({ address }, _session, done) =>
        done(Object.assign(new Error(`5.1.1 ${address} does not live here`), { responseCode: 550 })),
    });
    const id = await queue(CODE);
    await work(refusing.settings);
    expect(await mails.find('acme', id)).toMatchObject({
      state: 'failed',
      attempts: 1,
      lastError: 'mail server: EENVELOPE at RCPT TO: 550 5.1.1',
    });
    const given = await withAccounts(path.database.serving, ['acme'], (client) => failedTasks(client, 'acme'));
    expect(given).toMatchObject([{ kind: SEND_MAIL, key: id, attempts: 1 }]);
    expect(await everyText()).not.toContain('ana@');
    const { settings, taken } = await server();
    expect(await mails.resend('acme', id, path.clock.now)).toBe('queued');
    await work(settings);
    expect(taken).toHaveLength(1);
  });

  it('that says not now is asked again, ten times in all, and then a person has to look', async () => {
    const busy = await server({
      onMailFrom: (_address, _session, done) => done(Object.assign(new Error('4.7.1 later'), { responseCode: 451 })),
    });
    const id = await queue(CODE);
    for (let tries = 1; tries <= 10; tries += 1) {
      await work(busy.settings);
      expect(await mails.find('acme', id)).toMatchObject({ state: tries < 10 ? 'queued' : 'failed', attempts: tries });
      later(10 * 2 ** tries);
    }
    expect(await mails.find('acme', id)).toMatchObject({ lastError: 'mail server: EENVELOPE at MAIL FROM: 451 4.7.1' });
  });

  it.each([
    ['offers no TLS', { disabledCommands: ['STARTTLS', 'AUTH'] }],
    ['shows a certificate that nobody vouches for', { disabledCommands: ['AUTH'] }],
  ])('that %s gets no mail where TLS is required', async (_name, options) => {
    const { settings, taken } = await server(options);
    const id = await queue(CODE);
    await work({ ...settings, tls: 'required' });
    expect(taken).toEqual([]);
    expect(await mails.find('acme', id)).toMatchObject({ state: 'queued' });
  });

  it('gets no mail that anybody may ask for, where nobody here has the address; its words are wiped', async () => {
    const { settings, taken } = await server();
    known = false;
    const id = await queue(CODE);
    const invited = await queue({
      kind: 'invitation',
      to: 'new@example.org',
      locale: null,
      parameters: { shop: 's', link: 'l', days: '7' },
    });
    await work(settings);
    expect(taken.map(({ to }) => to)).toEqual([['new@example.org']]);
    expect(await mails.find('acme', id)).toMatchObject({ state: 'withheld', hasContent: false, sentAt: null });
    expect(await mails.find('acme', invited)).toMatchObject({ state: 'sent' });
  });

  it('gets no code that has expired meanwhile', async () => {
    const { settings, taken } = await server();
    const id = await queue({ ...CODE, usefulUntil: '2026-03-02T10:10:00.000Z' });
    later(600);
    await work(settings);
    expect(taken).toEqual([]);
    expect(await mails.find('acme', id)).toMatchObject({ state: 'failed', lastError: 'it came too late to be of use' });
  });
});

describe('forgetting a person', () => {
  const forget = (subject: string) =>
    forgetSubject(path, {
      account: 'acme',
      subject,
      at: path.clock.now,
      actor: { kind: 'staff', id: 'staff:dpo' },
      reason: 'request 7',
    });
  const link = {
    kind: 'guest_link',
    locale: 'en',
    parameters: { shop: 's', order: 'o', link: 'l', days: '30' },
  } as const;

  it('wipes the mails to their address, and sends none that waits', async () => {
    const { settings, taken } = await server();
    const id = await queue({ ...CODE, to: 'zoe@example.org' });
    const other = await queue(CODE);
    const certificate = await forget(path.log.keys.subjectOf('acme', '', null, 'ZOE@example.org'));
    expect(certificate?.rows).toMatchObject({ mails: 1 });
    await work(settings);
    expect(taken.map(({ to }) => to)).toEqual([['ana@example.org']]);
    expect(await mails.find('acme', id)).toMatchObject({ state: 'failed', content: null, hasContent: false });
    expect(await mails.find('acme', other)).toMatchObject({ state: 'sent' });
  });

  it('wipes those about their orders, and those to the addresses that a customer is known by', async () => {
    await saveCustomers(path.database.serving, 'acme', [
      { customerId: 'c7', email: 'old@example.org', firstName: null, lastName: null, phone: null, document: null, company: null, locale: null },
    ]); // prettier-ignore
    const buyer = { customerId: 'c7', buyer: { email: 'new@example.org' } };
    const { orderId } = acceptedOrder(await path.execute(asked(placement(buyer)))).head;
    await queue({ ...CODE, to: 'old@example.org' });
    await queue({ ...CODE, to: 'new@example.org' });
    await queue({ ...link, to: 'friend@example.org', orderId });
    const kept = await queue(CODE);
    expect((await forget('customer:c7'))?.rows).toMatchObject({ customers: 1, mails: 3 });
    const left = (await mails.list('acme', { limit: 10 })).filter(({ hasContent }) => hasContent);
    expect(left.map(({ id }) => id)).toEqual([kept]);
  });
});
