import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signEvent } from '../../server/src/sandbox-gateway/event-signature.js';
import { type SandboxGateway, startSandboxGateway } from '../../server/src/sandbox-gateway/sandbox-gateway.js';
import { ADMIN } from '../../server/test/setup/api.js';
import { hire } from '../../server/test/setup/person.js';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

/** Providers, what is said to them and what they tell, with the sandbox gateway at work behind the desk. */

const KEY = 'a-key-that-nobody-may-see';

let desk: Desk;
let gateway: SandboxGateway;
beforeAll(async () => {
  gateway = await startSandboxGateway({ port: 0, file: null });
  desk = await openDesk({ role: 'all', privateCalls: true });
});
afterAll(async () => {
  await desk.end();
  await gateway.close();
});

const ask = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: object) => {
  const answer = await desk.server.ask(method, `${ADMIN}/${path}`, body === undefined ? {} : { body });
  if (answer.status >= 300) throw new Error(answer.text);
  return answer.body as unknown as Record<string, never>;
};
const open = async (path: string, options?: Parameters<Desk['open']>[1]): Promise<Page> => {
  const page = await desk.open(path, options);
  page.setDefaultTimeout(45_000);
  return page;
};
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const drawer = (page: Page) => page.getByRole('dialog');
/** What a worker brings about, within a minute. */
async function comes<T>(look: () => Promise<T>, isRight: (found: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = await look();
    if (isRight(found)) return found;
    await pause(200);
  }
  throw new Error('it did not come about in a minute');
}
/** The gateway sends to the address of a real server: what it would have told is told here. */
async function tell(orderId: string, what = 'paid'): Promise<void> {
  const type = what === 'paid' ? 'payment.approved' : 'refund.settled';
  const payload = JSON.stringify({ type, payment: 'sbx', orderId, paymentId: '1' });
  const [id, at] = [`evt_${what}_${orderId}`, Math.floor(Date.now() / 1_000)];
  const signature = signEvent(KEY, id, at, Buffer.from(payload));
  const headers = { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': signature };
  const told = await desk.server.ask('POST', '/api/payments/default/play/events', { payload, headers, keyless: true });
  if (told.status !== 200) throw new Error(told.text);
}
async function doIt(page: Page, done: string): Promise<void> {
  await button(page, 'Show what would happen').click();
  await button(page, 'Do it').click();
  await page.getByText(`Done: ${done}`).waitFor();
}

describe('a payment provider', () => {
  it('is set up, given a key that nobody sees again, tried, and switched off', { timeout: 180_000 }, async () => {
    const page = await open('/settings/payments');
    await button(page, 'New provider').click();
    await field(page, 'Id').fill('play');
    await field(page, 'Name').fill('Play money');
    await drawer(page).getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: 'Sandbox' }).click();
    await field(page, 'Address of the gateway').fill(gateway.url);
    await button(page, 'Save').click();
    await page.getByRole('heading', { name: 'Play money' }).waitFor();
    await page.getByText('keys missing').waitFor();

    await button(page, 'Test').click();
    await page.getByText('It does not work: not set: apiKey').waitFor();
    await page.getByLabel('New: Key of the gateway').fill(KEY);
    await button(page, 'Save keys').click();
    await page.getByText('The keys were saved.').waitFor();
    await page.getByText('ready').waitFor();
    await button(page, 'Test').click();
    await page.getByText('It answers with these settings. No money moved.').waitFor();
    const address = page.getByRole('region', { name: 'Address for events' });
    expect(await address.innerText()).toContain('/api/payments/default/play/events');
    await page.reload();
    await page.getByText('ready').waitFor();
    expect(await page.content()).not.toContain(KEY);
    expect(await barriers(page)).toEqual([]);

    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('Keys written').waitFor();
    expect(await page.content()).not.toContain(KEY);
    await button(page, 'Disable').click();
    await drawer(page).getByRole('button', { name: 'Disable' }).click();
    await page.getByText('Inactive', { exact: true }).first().waitFor();
    expect(await ask('GET', 'payment-providers/play')).toMatchObject({ active: false });
    await drawer(page).waitFor({ state: 'detached' });
    await button(page, 'Enable').click();
    await drawer(page).getByRole('button', { name: 'Enable' }).click();
    await button(page, 'Disable').first().waitFor();
  });
});

describe('a refund by line', () => {
  it('that the gateway declines is seen on a page of its own with what was said, and is asked for again', async () => {
    const { orderId } = (await ask('POST', 'orders', {
      workflow: 'simple',
      currency: 'EUR',
      lines: [{ sku: 'TEA-100', name: 'Assam, 100 g', quantity: 2, priceMicros: 5_900_000 }],
      deliveries: [{ type: 'delivery', price: 490 }],
      payments: [{ method: 'card', amount: 1670, provider: 'play' }],
      total: 1670,
    })) as unknown as { orderId: string };
    const order = () => ask('GET', `orders/${orderId}`) as unknown as Promise<Order>;
    const { payments: [begun] } = await comes(order, ({ payments: [payment] }) => payment?.link != null); // prettier-ignore
    const link = begun?.link ?? '';
    const buyer = await desk.openAsStranger('/');
    await buyer.goto(link);
    await buyer.getByText('What the gateway does afterwards').click();
    await buyer.getByLabel('Declines every refund.').check();
    await buyer.getByRole('button', { name: /^Pay \d/ }).click();
    await buyer.getByText('Paid. Thank you.').waitFor();
    await tell(orderId);
    await comes(order, ({ payments: [payment] }) => payment?.captured === 1670);
    await ask('POST', `orders/${orderId}/start-handling`, {});

    const page = await open(`/orders/${orderId}`);
    await page.getByRole('heading', { name: /^Order / }).waitFor();
    const payments = page.getByRole('region', { name: 'Payments', exact: true });
    await payments.getByRole('button', { name: 'Refund: Payment 1: card' }).click();
    await page.getByRole('textbox', { name: 'Pieces of Assam, 100 g' }).fill('1');
    await doIt(page, 'Refund');
    await comes(order, ({ refunds: [refund] }) => refund?.state === 'failed');
    await page.reload();
    await payments.getByText('Failed: The issuer declined.').waitFor();
    await payments.getByRole('link', { name: /^Refund .*R1$/ }).click();

    await page.getByRole('heading', { name: /^Refund .*R1$/ }).waitFor();
    expect(await page.getByRole('region', { name: 'What it says' }).innerText()).toContain('1 × Assam, 100 g €5.90');
    const history = page.getByRole('region', { name: 'What happened to it' });
    await history.getByText('Refund 1 failed').waitFor();
    const log = page.getByRole('region', { name: 'Gateway log' });
    await log
      .getByRole('button', { name: /^Refund 200/ })
      .first()
      .click();
    await log.getByText('The issuer declined.').first().waitFor();
    expect(await page.content()).not.toContain(KEY);
    expect(await barriers(page)).toEqual([]);

    await buyer.getByText('What the gateway does afterwards').click();
    await buyer.getByLabel('Declines every refund.').uncheck();
    await buyer.getByRole('button', { name: 'Do so from now on' }).click();
    await buyer.waitForLoadState();
    await button(page, 'Ask again').click();
    await doIt(page, 'Ask again');
    await comes(order, ({ refunds: [refund] }) => refund?.state === 'settled');
    await page.reload();
    await history.getByText('Refund 1 settled: €5.90').waitFor();
    expect(await order()).toMatchObject({ payments: [{ refunded: 590 }], refunds: [{ attempts: 2, amount: 590 }] });

    await page.goto(`${desk.url}/documents?kind=refund`);
    await page.getByRole('link', { name: /R1$/ }).click();
    await page.getByRole('heading', { name: /^Refund .*R1$/ }).waitFor();
    await page.getByRole('link', { name: /^Order / }).click();
    await payments.getByRole('link', { name: 'What was said to its provider' }).click();
    await page.getByRole('heading', { name: 'Gateway log' }).waitFor();
    expect(await field(page, 'Order').inputValue()).toBe(orderId);
    await page.getByRole('combobox', { name: 'What for' }).click();
    await page.getByRole('option', { name: 'Refund' }).click();
    await page.waitForURL(/operation=refund/);
    await page
      .getByRole('button', { name: /^Begin a payment/ })
      .first()
      .waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: /^Refund 200/ }).count()).toBeGreaterThan(1);
  }, 180_000);
});

describe('an event of a provider', () => {
  it('that nobody knows of is an alarm until somebody puts it aside; on a telephone in the dark too', async () => {
    const ids = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002'];
    for (const [place, id] of ids.entries()) {
      await desk.server.database.owner.query(
        `insert into payment_events (received_at, tries, paid, account, provider, event_id, id, type, state, outer_id, problem, message)
         select now(), 10, $3, 'default', 'play', $2, $1, 'payment.approved', 'failed', 'sbx_x', 'no_order', 'no order of the account has such a payment'
           from (select set_config('docket.accounts', 'default', false)) s`,
        [id, `evt_${place}`, place === 0],
      );
    }
    const page = await open('/payment-events?state=failed', { width: 390, dark: true });
    await page.getByRole('alert').getByText('Paid, and no order knows').waitFor();
    const row = (eventId: string) => page.getByRole('row').filter({ hasText: eventId });
    await row('evt_1').waitFor();
    expect(await barriers(page)).toEqual([]);
    await row('evt_0').getByRole('button', { name: 'Put aside' }).click();
    await drawer(page).getByText('A buyer paid, and no order knows of it.').waitFor();
    await drawer(page).getByRole('button', { name: 'Put aside' }).click();
    await row('evt_0').waitFor({ state: 'detached' });
    await button(page, 'Try again: event evt_1').click();
    await row('evt_1').waitFor({ state: 'detached' });
    await page.goto(`${desk.url}/payment-events?state=ignored`);
    await row('evt_0').getByText('put aside by staff').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('that tells of a refund in the screens of the provider is booked beside it, and paid no second time', async () => {
    const { orderId } = (await ask('POST', 'orders', {
      workflow: 'simple',
      currency: 'EUR',
      lines: [{ sku: 'TEA-100', name: 'Assam, 100 g', quantity: 2, priceMicros: 5_900_000 }],
      deliveries: [{ type: 'delivery', price: 490 }],
      payments: [{ method: 'card', amount: 1670, provider: 'play' }],
      total: 1670,
    })) as unknown as { orderId: string };
    const order = () => ask('GET', `orders/${orderId}`) as unknown as Promise<Order>;
    const { payments: [begun] } = await comes(order, ({ payments: [payment] }) => payment?.link != null); // prettier-ignore
    await fetch(begun?.link ?? '', {
      method: 'POST',
      body: new URLSearchParams({ choice: 'pay' }),
      redirect: 'manual',
    });
    await tell(orderId);
    await comes(order, ({ payments: [payment] }) => payment?.captured === 1670);
    const there = `${gateway.url}/v1/payments/${begun?.transactionId ?? ''}`;
    const authorization = `Bearer ${KEY}`;
    const body = JSON.stringify({ key: 'a screen', amount: 500 });
    expect((await fetch(`${there}/refunds`, { method: 'POST', headers: { authorization }, body })).status).toBe(200);
    await tell(orderId, 'refunded');

    const page = await open('/payment-events');
    const row = page.getByRole('row').filter({ hasText: `evt_refunded_${orderId}` });
    await row.getByText('Provider and order disagree').waitFor();
    await row.getByRole('button', { name: `Book event evt_refunded_${orderId} as the provider says` }).click();
    await comes(order, ({ payments: [payment] }) => payment?.refunded === 500);
    const told = (await (await fetch(there, { headers: { authorization } })).json()) as {
      operations: { kind: string }[];
    };
    expect(told.operations.filter(({ kind }) => kind === 'refund')).toHaveLength(1);
    await page.goto(`${desk.url}/orders/${orderId}`);
    await page.getByText('made at the provider itself').waitFor();
    expect(await barriers(page)).toEqual([]);
  }, 180_000);

  it('is not to be judged by who may only read', async () => {
    await ask('POST', 'roles', { role: 'reader', name: 'Reader', permissions: ['payments.log'] });
    const person = await hire(desk.server, 'reader@example.com', { roles: ['reader'] });
    const page = await desk.openAs(person, '/payment-events');
    await page.getByText('evt_0').waitFor();
    expect(await page.getByRole('button', { name: 'Put aside' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Gateway log' }).click();
    await page
      .getByRole('button', { name: /^Refund 200/ })
      .first()
      .click();
    await page.getByText('What was said is not shown').filter({ visible: true }).first().waitFor();
  });
});

describe('store credit', () => {
  it('is issued, put on and taken off with a reason, given a code that is shown once, and found by it', async () => {
    const page = await open('/credits');
    await button(page, 'Issue a credit').click();
    await field(page, 'Id').fill('gc-1');
    await drawer(page).getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: 'Gift card' }).click();
    await drawer(page).getByRole('combobox', { name: 'Currency' }).fill('EUR');
    await page.getByRole('option', { name: 'EUR' }).click();
    await button(page, 'Save').click();
    await page.getByRole('heading', { name: 'gc-1' }).waitFor();

    const adjust = async (way: string, amount: string, reason: string): Promise<void> => {
      await button(page, 'Put on or take off').click();
      await drawer(page).getByText(way, { exact: true }).click();
      await field(page, 'Amount').fill(amount);
      await field(page, 'Reason').fill(reason);
      await button(page, 'Save').click();
    };
    await adjust('Put on', '50.00', 'sold at the till');
    await page.getByText('The balance is €50.00 now.').waitFor();
    await adjust('Take off', '60.00', 'paid out');
    await drawer(page).getByRole('alert').waitFor();
    await field(page, 'Amount').fill('12.50');
    await button(page, 'Save').click();
    await page.getByText('The balance is €37.50 now.').waitFor();
    const rows = page.getByRole('table').getByRole('row');
    await rows.filter({ hasText: 'paid out' }).getByText('-€12.50').waitFor();
    expect(await rows.filter({ hasText: 'sold at the till' }).innerText()).toContain('staff');
    expect(await ask('GET', 'credits/gc-1')).toMatchObject({ balance: 3750 });

    await button(page, 'Make a code').click();
    await drawer(page).getByRole('button', { name: 'Make a code' }).click();
    const shown = page.getByRole('status').filter({ hasText: 'Note it now' });
    const code = (await shown.locator('code').innerText()).trim();
    expect(code).toMatch(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/);
    await page.reload();
    await button(page, 'Make another code').waitFor();
    expect(await page.content()).not.toContain(code);
    await page.getByRole('link', { name: 'Gift cards and store credit' }).click();
    await field(page, 'Code on a card').fill(code.toLowerCase());
    await button(page, 'Find').click();
    await page.getByRole('heading', { name: 'gc-1' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('of a customer is listed by the customer, and no id is taken twice', async () => {
    await ask('PUT', 'credits/sc-ana', { kind: 'store_credit', currency: 'EUR', customerId: 'ana' });
    const page = await open('/credits', { width: 390 });
    await field(page, 'Customer').fill('ana');
    await page.getByRole('link', { name: 'gc-1' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'sc-ana' }).waitFor();
    await button(page, 'Issue a credit').click();
    await field(page, 'Id').fill('sc-ana');
    await drawer(page).getByRole('combobox', { name: 'Currency' }).fill('EUR');
    await page.getByRole('option', { name: 'EUR' }).click();
    await drawer(page).getByRole('textbox', { name: 'Customer' }).fill('ben');
    await button(page, 'Save').click();
    await drawer(page).getByText('stands', { exact: false }).or(drawer(page).getByText('taken', { exact: false })).first().waitFor(); // prettier-ignore
    expect(await ask('GET', 'credits/sc-ana')).toMatchObject({ customerId: 'ana' });
    expect(await barriers(page)).toEqual([]);
  });
});

interface Order {
  readonly payments: readonly {
    readonly link: string | null;
    readonly transactionId: string | null;
    readonly captured: number;
    readonly refunded: number;
  }[];
  readonly refunds: readonly { readonly state: string; readonly attempts: number; readonly amount: number }[];
}
