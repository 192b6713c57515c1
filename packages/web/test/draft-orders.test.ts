import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN } from '../../server/test/setup/api.js';
import { startSandboxGateway } from '../../server/src/sandbox-gateway/sandbox-gateway.js';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

/** Draft orders at the desk, on the page of their buyer, and at the gateway where they are paid. */

let desk: Desk;
let gateway: Awaited<ReturnType<typeof startSandboxGateway>>;
/** The public address of the shop, known before the server has one: it hands on what the gateway tells. */
let front: Server;

beforeAll(async () => {
  front = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = 'GET', url = '/', headers } = request;
      const sent = Object.entries(headers).filter(([name]) => name !== 'host' && name !== 'connection');
      const body = chunks.length === 0 ? {} : { body: Buffer.concat(chunks) };
      void fetch(desk.url + url, { method, headers: sent as [string, string][], ...body }).then((answer) =>
        response.writeHead(answer.status).end(),
      );
    });
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', () => resolve()));
  const publicUrl = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  gateway = await startSandboxGateway({ port: 0, file: null, lateMillis: 40 });
  desk = await openDesk({ role: 'all', privateCalls: true, publicUrl });
  await send('PUT', '/payment-providers/sandbox', { name: 'Sandbox', adapter: 'sandbox', url: gateway.url });
  await send('PATCH', '/payment-providers/sandbox/secrets', { apiKey: 'a-key-of-the-tests' });
  await send('POST', '/products', {
    items: [{ sku: 'MUG', name: 'Mug with a handle', priceMicros: 40_000_000, currency: 'EUR' }],
  });
  await send('POST', '/stock', { items: [{ sku: 'MUG', onHand: 5 }] });
  await send('POST', '/customers', {
    items: [{ customerId: 'rita', email: 'rita@example.com', firstName: 'Rita', lastName: 'Reis' }],
  });
  await send('PUT', '/shipping-methods/post', { name: 'Post', price: 500, currency: 'EUR' });
}, 60_000);
afterAll(async () => {
  await desk.end();
  await gateway.close();
  front.close();
});

async function send(method: 'POST' | 'PUT' | 'PATCH', path: string, body: object): Promise<void> {
  const answer = await desk.server.ask(method, `${ADMIN}${path}`, { body });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
}

const read = async (path: string) => (await desk.server.ask('GET', `${ADMIN}${path}`)).body as unknown as Read;
interface Read {
  readonly paymentState: string;
  readonly amountDue: number;
  readonly totals: { readonly total: number };
  readonly items: readonly { readonly claimed: number; readonly confirmed: number }[];
}

async function draftMugs(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Add a product' }).fill('mug');
  await page.getByRole('option', { name: /Mug with a handle/ }).click();
  await page.getByLabel('Pieces of Mug with a handle').fill('2');
}

describe('a draft order', () => {
  it('is prepared, held, sent, accepted by its buyer who says where it goes, and paid at the gateway', async () => {
    const page = await desk.open('/draft-orders');
    page.setDefaultTimeout(15_000);
    await page.getByRole('link', { name: 'New draft order' }).click();
    await draftMugs(page);
    await page.getByRole('combobox', { name: 'Customer' }).fill('rita');
    await page.getByRole('option', { name: 'Rita Reis' }).click();
    await page.getByRole('combobox', { name: 'Shipping method' }).click();
    await page.getByRole('option', { name: 'Post' }).click();
    await page.getByText('On a page').click();
    await page.getByRole('combobox', { name: 'Payment provider' }).click();
    await page.getByRole('option', { name: 'Sandbox' }).click();
    await page.getByText('Hold until it ends').click();
    await page.getByLabel('For the buyer').fill('As we said on the phone.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Holds 2 pieces').waitFor();
    await page.getByRole('region', { name: 'What it comes to' }).getByText('€85.00').waitFor();
    await page.getByText('The buyer is asked for: an address').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect((await read('/stock?sku=MUG')).items[0]).toMatchObject({ claimed: 2, confirmed: 0 });

    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    await page.getByText('Mailed').waitFor();
    // It is told once, so it stays when the page shows what sending left.
    await page.getByText('Last sent').waitFor();
    const link = await page.getByLabel('Link for the buyer').inputValue();

    const buyer = await desk.openAsStranger(`/draft-order${new URL(link).hash}`, { width: 380, dark: true });
    buyer.setDefaultTimeout(20_000);
    await buyer.getByText('As we said on the phone.').waitFor();
    await buyer.getByText('2 × Mug with a handle').waitFor();
    expect(await barriers(buyer)).toEqual([]);
    await buyer.getByLabel('Street and number').fill('Rua 1');
    await buyer.getByLabel('City').fill('Faro');
    await buyer.getByLabel('Country (two letters)').fill('PT');
    await buyer.getByRole('button', { name: 'Accept and pay €85.00' }).click();
    await buyer.waitForURL((url) => url.href.startsWith(gateway.url));
    await buyer.locator('button.pay').click();
    await buyer.getByText('Paid. Thank you.').waitFor();

    await page.reload();
    await page.getByRole('link', { name: /^Order 14/ }).click();
    await page.waitForURL(/\/orders\//);
    const orderId = decodeURIComponent(page.url().split('/orders/')[1] ?? '');
    await expect
      .poll(async () => (await read(`/orders/${orderId}`)).paymentState, { timeout: 20_000 })
      .toMatch(/authorised|paid|captured/);
    expect((await read(`/orders/${orderId}`)).totals.total).toBe(8500);

    // The gateway leads whoever has paid to the page of a signed-in buyer; this one never signed in.
    await buyer.goto(`${desk.url}/account/orders/${orderId}`);
    await buyer.getByText(`Number ${orderId}`).waitFor();
    expect(new URL(buyer.url()).pathname).toBe('/order');

    const again = await desk.openAsStranger(`/draft-order${new URL(link).hash}`);
    await again.getByText('Ordered. Thank you!').waitFor();
    await again.getByRole('link', { name: 'See your order' }).click();
    await again.getByText(`Number ${orderId}`).waitFor();
  }, 120_000);

  it('becomes an order by its staff, and the product says who holds it until then', async () => {
    const page = await desk.open('/draft-orders/new', { width: 380 });
    page.setDefaultTimeout(15_000);
    await draftMugs(page);
    await page.getByText('Picked up').click();
    await page.getByRole('button', { name: 'Another delivery' }).click();
    await page.getByRole('combobox', { name: 'Delivery of Mug with a handle' }).click();
    await page.getByRole('option', { name: 'Delivery 2' }).click();
    await page.getByLabel('Billed to another address').check();
    await page.getByRole('group', { name: 'Billing address' }).getByLabel('Country (two letters)').fill('pt');
    await page.getByText('Hold until it ends').click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Holds 2 pieces').waitFor();
    expect(await read(new URL(page.url()).pathname)).toMatchObject({
      deliveries: [{ id: '1', type: 'pickup' }, { id: '2', type: 'delivery' }], // prettier-ignore
      lines: [{ sku: 'MUG', deliveryId: '2' }],
      billingAddress: { country: 'PT' },
    });
    const draft = page.url();
    const stock = await desk.open('/settings/products/MUG');
    await stock.getByRole('tab', { name: 'Stock' }).click();
    await stock.getByText('Reserved for draft orders').waitFor();
    await stock.getByRole('link', { name: 'Draft order' }).first().waitFor();

    await page.getByRole('button', { name: 'Turn into an order' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Turn into an order' }).click();
    await page.waitForURL(/\/orders\/14/);
    await page.goto(draft);
    await page.getByRole('heading', { name: 'Ordered' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  }, 90_000);
});

describe('a customer', () => {
  it('is found by name, shows what they ordered and have with the shop, and is changed on one page', async () => {
    await send('PUT', '/credits/thanks', { kind: 'store_credit', currency: 'EUR', customerId: 'rita' });
    const page = await desk.open('/customers');
    page.setDefaultTimeout(15_000);
    await page.getByLabel('Find').fill('rei');
    const row = page.getByRole('row', { name: /Rita Reis/ });
    await row.getByText('1 order · €85.00').waitFor();
    expect(await barriers(page)).toEqual([]);
    await row.getByRole('link', { name: 'Rita Reis' }).click();
    await page.getByRole('heading', { name: 'Rita Reis' }).waitFor();
    await page.getByRole('link', { name: /^14/ }).waitFor();
    await page.getByText(/Ordered, of/).waitFor();
    await page.getByRole('button', { name: 'Edit' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Tax exemption').fill('A');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'hidden' });
    await page.getByRole('tab', { name: 'Store credit' }).click();
    await page.getByRole('link', { name: 'thanks' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('Tax exemption').nth(1).waitFor();
    const changed = await desk.server.ask('GET', `${ADMIN}/customers/rita`);
    expect(changed.body).toMatchObject({ taxExemption: 'A', firstName: 'Rita', email: 'rita@example.com' });
  }, 60_000);
});
