import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  isTaxFailure,
  type TaxBasket,
  type TaxDocument,
  type TaxItem,
  type TaxProvider,
} from '@docket/core/tax/tax-provider';
import { createGuardedCaller } from '../src/adapters/http/guarded-call.js';
import { createAvatax } from '../src/adapters/tax/avatax.js';
import { createOwnRates } from '../src/adapters/tax/own-rates.js';
import { type AvataxServer, startAvatax } from './setup/avatax-server.js';

let avatax: AvataxServer;
beforeAll(async () => {
  avatax = await startAvatax();
});
afterAll(() => avatax.close());
afterEach(() => void avatax.next.splice(0));

const connect = (changes: object = {}): TaxProvider =>
  createAvatax({ caller: createGuardedCaller({ privateToo: true }), version: '0', millis: 500, pauses: [1, 1] })({
    url: avatax.url,
    accountId: avatax.accountId,
    licenceKey: avatax.licenceKey,
    companyCode: 'DOCKET',
    taxCodes: { standard: 'P0000000', books: 'PB100000' },
    ...changes,
  });

const ownRates = (): TaxProvider =>
  createOwnRates({
    rounding: 'line',
    ratesFor: () =>
      Promise.resolve(
        ['standard', 'books'].map((category) => ({
          taxRate: category,
          name: category,
          country: 'US',
          region: null,
          category,
          rateMillionths: 80_000,
          validFrom: null,
          validUntil: null,
        })),
      ),
  });

const SEATTLE = { country: 'US', region: 'WA', postalCode: '98101', city: 'Seattle', street: '1 Pike Street' };
const BOISE = { country: 'US', region: 'ID', postalCode: '83702', city: 'Boise', street: '2 Main Street' };

const item = (id: string, amount: number, given: Partial<TaxItem> = {}): TaxItem => ({
  kind: 'line',
  id,
  name: `Item ${id}`,
  sku: id,
  quantity: 1,
  category: 'standard',
  amount,
  to: SEATTLE,
  ...given,
});
const basket = (given: Partial<TaxBasket> = {}): TaxBasket => ({
  account: 'default',
  store: 'default',
  currency: 'USD',
  rounding: 'half_up',
  at: '2026-03-02T10:00:00.000Z',
  customerId: 'ana',
  exemption: null,
  from: BOISE,
  items: [
    item('MUG', 4_000),
    item('BOOK', 1_999, { category: 'books', to: BOISE }),
    item('home', 500, { kind: 'shipping', sku: null }),
    item('fee', -50, { kind: 'adjustment', sku: null, category: null, to: null }),
  ],
  ...given,
});
const TAXES = [320, 160, 40, 0];
let papers = 0;
const document = (given: Partial<TaxDocument> = {}): TaxDocument => {
  const paper = `A-${(papers += 1)}`;
  const sold = given.basket ?? basket();
  return {
    code: `default/1480-01/${paper}`,
    kind: 'sale',
    saleCode: null,
    soldAt: '2026-03-01T10:00:00.000Z',
    paper,
    basket: sold,
    taxes: sold.items.map(({ kind, id }, index) => ({ kind, id, tax: TAXES[index] ?? 0, rateMillionths: 80_000 })),
    ...given,
  };
};

describe.each<[string, () => TaxProvider]>([
  ['the rates of the account', ownRates],
  ['AvaTax', connect],
])('a tax provider: %s', (_name, open) => {
  it('counts the tax of every item, the same twice, and keeps nothing', async () => {
    const before = avatax.kept.size;
    const answer = await open().quote(basket());
    if (isTaxFailure(answer)) throw new Error(answer.reason);
    expect(answer.items.map(({ kind, id, tax, rateMillionths }) => [kind, id, tax, rateMillionths])).toEqual([
      ['line', 'MUG', 320, 80_000],
      ['line', 'BOOK', 160, 80_000],
      ['shipping', 'home', 40, 80_000],
      ['adjustment', 'fee', 0, 0],
    ]);
    const again = await open().quote(basket());
    expect(isTaxFailure(again) ? again : again.items).toEqual(answer.items);
    expect(avatax.kept.size).toBe(before);
  });

  it('asks a buyer who pays none for none', async () => {
    const answer = await open().quote(basket({ exemption: 'A' }));
    expect(isTaxFailure(answer) ? answer : answer.items.map(({ tax }) => tax)).toEqual([0, 0, 0, 0]);
  });

  it('says which address is missing instead of guessing one', async () => {
    const nowhere = basket({ from: null, items: [item('MUG', 4_000, { to: null })] });
    expect(await open().quote(nowhere)).toMatchObject({ failed: 'refused', reason: 'address_missing' });
  });

  it('keeps a sale with the tax that was charged, changes it, strikes it out, and bears each of it twice', async () => {
    const provider = open();
    const sale = document();
    for (let times = 0; times < 2; times += 1) expect(await provider.commit(sale)).toMatchObject({ tax: 520 });
    const changed = { ...sale, taxes: sale.taxes.map((one) => ({ ...one, tax: 10 })) };
    for (let times = 0; times < 2; times += 1) expect(await provider.adjust(changed)).toMatchObject({ tax: 40 });
    for (let times = 0; times < 2; times += 1) expect(await provider.void(sale)).toMatchObject({ tax: 0 });
  });

  it('keeps what is given back under a code of its own', async () => {
    const provider = open();
    const sale = document();
    await provider.commit(sale);
    const refund = document({ kind: 'refund', saleCode: sale.code });
    for (let times = 0; times < 2; times += 1) expect(await provider.refund(refund)).toMatchObject({ tax: 520 });
    expect(await provider.void(refund)).toMatchObject({ tax: 0 });
  });

  it('has nothing to strike out of what it was never told', async () => {
    expect(isTaxFailure(await open().void({ code: 'never', kind: 'sale' }))).toBe(false);
  });

  it('answers whether it can be worked with', async () => {
    expect(await open().check()).toBeNull();
  });
});

describe('AvaTax', () => {
  it('is sent every part of the money, with codes, addresses and who is exempt, in the published shape', async () => {
    const sold = basket({ exemption: 'G', from: null });
    await connect().commit(document({ basket: sold, code: 'whole' }));
    expect(avatax.asked.at(-1)?.body).toMatchObject({
      createTransactionModel: {
        code: 'whole',
        type: 'SalesInvoice',
        companyCode: 'DOCKET',
        commit: true,
        date: '2026-03-02',
        customerCode: 'ana',
        currencyCode: 'USD',
        entityUseCode: 'G',
        addresses: { singleLocation: { line1: '1 Pike Street', city: 'Seattle', region: 'WA', postalCode: '98101' } },
        lines: [
          {
            number: '1',
            amount: 40,
            itemCode: 'MUG',
            taxCode: 'P0000000',
            taxOverride: { type: 'TaxAmount', taxAmount: 3.2 },
          },
          { number: '2', amount: 19.99, taxCode: 'PB100000', addresses: { singleLocation: { city: 'Boise' } } },
          { number: '3', amount: 5, taxCode: 'FR' },
          { number: '4', amount: -0.5, taxCode: 'NT', taxOverride: { taxAmount: 0 } },
        ],
      },
    });
  });

  it('is told of a return below 0, with the day of the sale and its code', async () => {
    await connect().refund(document({ kind: 'refund', saleCode: 'whole', code: 'back' }));
    expect(avatax.kept.get('ReturnInvoice back')).toMatchObject({
      totalAmount: -64.49,
      totalTax: -5.2,
      transaction: {
        referenceCode: 'whole',
        lines: [{ amount: -40, taxOverride: { taxAmount: -3.2, taxDate: '2026-03-01' } }, {}, {}, {}],
      },
    });
  });

  it.each([
    ['was asked too often', [429, 429]],
    ['is down', [503, 500]],
    ['says nothing', ['silence' as const]],
    ['kept it and its answer was lost', ['answer lost' as const]],
  ])('that %s is asked again, and has one document', async (_case, next) => {
    const sale = document();
    avatax.next.push(...next);
    expect(await connect().commit(sale)).toMatchObject({ tax: 520 });
    expect([...avatax.kept.keys()].filter((key) => key.endsWith(sale.code))).toHaveLength(1);
  });

  it.each<[string, object, (number | 'silence')[], object]>([
    ['stays away', {}, [503, 503, 503], { failed: 'unreachable', reason: 'server_failed' }],
    ['is asked too often', {}, [429, 429, 429], { failed: 'unreachable', reason: 'too_many_requests' }],
    [
      'never answers',
      {},
      ['silence', 'silence', 'silence'],
      { failed: 'unreachable', reason: 'no_answer', detail: 'timeout' },
    ],
    ['refuses the key', { licenceKey: 'wrong' }, [], { failed: 'refused', reason: 'credentials_refused' }],
    ['refuses the data', { companyCode: 'x'.repeat(26) }, [], { failed: 'refused', reason: 'data_refused' }],
    [
      'has an address that cannot be one',
      { url: 'ftp://rest.avatax.com' },
      [],
      { failed: 'refused', reason: 'not_connected' },
    ],
  ])('that %s is a failure with its reason', async (_case, connection, next, expected) => {
    avatax.next.push(...next);
    expect(await connect(connection).commit(document())).toMatchObject(expected);
  });

  it('inside our own network is not called, unless a setting opens it', async () => {
    const guarded = createAvatax({ caller: createGuardedCaller({ privateToo: false }), version: '0' })({
      url: avatax.url.replace('http:', 'https:'),
      accountId: 'a',
      licenceKey: 'k',
      companyCode: 'c',
      taxCodes: {},
    });
    expect(await guarded.check()).toMatchObject({
      failed: 'refused',
      reason: 'not_connected',
      detail: 'address_private',
    });
  });

  it('keeps the key out of what is written down of a call', async () => {
    const answer = await connect().commit(document());
    expect(answer.exchange?.request).toContain('POST /api/v2/transactions/createoradjust');
    expect(answer.exchange?.answer).toContain('Committed');
    expect(JSON.stringify(answer)).not.toContain(Buffer.from(avatax.licenceKey).toString('base64').slice(0, 8));
    expect(JSON.stringify(answer)).not.toContain(avatax.licenceKey);
  });
});
