import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../setup/api.js';
import { orderIn } from './orders-in-every-state.js';
import { BASKET, placeBasket } from './baskets.js';

interface List {
  readonly list: readonly Record<string, unknown>[];
  readonly facets: readonly unknown[];
  readonly paging: Record<string, number>;
  readonly stats: { readonly stats: Record<'totalValue' | 'totalItems', Record<string, unknown>> };
}

let api: TestApi;
const ids: Record<string, string> = {};

beforeAll(async () => {
  api = await createTestApi();
  for (const state of ['incomplete', 'payment-pending', 'ready-for-handling', 'handling', 'invoiced', 'canceled']) {
    ids[state] = await orderIn(api, state);
  }
  const body = { type: 'Input', invoiceNumber: 'R1', invoiceValue: 3600, issuanceDate: '2026-03-04', items: [] };
  expect((await api.ask('POST', `/api/oms/pvt/orders/${ids['invoiced'] ?? ''}/invoice`, { body })).status).toBe(200);
  ids['vtex'] = (await placeBasket(api, { ...BASKET, marketingData: { utmSource: 'News Letter' } }, true))[0] ?? '';
});
afterAll(() => api.end());

const list = async (query: string): Promise<List> => {
  const answer = await api.ask('GET', `/api/oms/pvt/orders?${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body as unknown as List;
};

const found = async (query: string): Promise<string[]> => {
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  return (await list(query)).list.map(({ orderId }) => names.get(String(orderId)) ?? '?').sort();
};

const COMPLETE = ['canceled', 'handling', 'invoiced', 'payment-pending', 'ready-for-handling', 'vtex'];
const today = new Date().toISOString().slice(0, 10);
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

/** Each parameter with the orders that it finds (vtex-oms §1.2). */
const FILTERS: readonly (readonly [query: string, expected: readonly string[]])[] = [
  ['', COMPLETE],
  ['incompleteOrders=true', ['incomplete']],
  ['incompleteOrders=false', COMPLETE],
  ['f_status=handling', ['handling']],
  ['F_STATUS=handling,invoiced', ['handling', 'invoiced']],
  ['f_status=$$ALL_VALUES$$', COMPLETE],
  ['f_status=valueOf', []],
  ['f_status=waiting-for-sellers-confirmation', []],
  [`f_creationDate=creationDate:[${today}T00:00:00.000Z TO ${today}T23:59:59.999Z]`, COMPLETE],
  [`f_creationdate=creationDate%3A%5B${today}T00%3A00%3A00.000Z+TO+${tomorrow}T23%3A59%3A59.999Z%5D`, COMPLETE],
  [`f_creationDate=[* TO ${today}]`, COMPLETE],
  // A zone whose plus nobody encoded.
  [`f_creationDate=creationDate:[${today}T00:00:00+00:00 TO ${tomorrow}T23:59:59.999+00:00]`, COMPLETE],
  [`f_creationDate=[${tomorrow}T00:00:00+0000 TO *]`, []],
  [`f_creationDate=${tomorrow}T00:00:00Z TO *`, []],
  [`f_authorizedDate=anything:[${today}T00:00:00Z TO *]`, ['handling', 'invoiced', 'ready-for-handling', 'vtex']],
  [`f_invoicedDate=invoicedDate:[${today}T00:00:00Z TO *]`, ['invoiced']],
  [`f_invoicedDate=invoicedDate:[* TO ${today}T00:00:00Z]`, []],
  // short ranges, which an index of their own leads to
  [
    `f_authorizedDate=[${today}T00:00:00Z TO ${tomorrow}T00:00:00Z]`,
    ['handling', 'invoiced', 'ready-for-handling', 'vtex'],
  ],
  [`f_authorizedDate=[${today} TO ${tomorrow}]&orderBy=totalValue,asc&f_status=handling`, ['handling']],
  [`f_invoicedDate=[${today}T00:00:00Z TO ${tomorrow}T00:00:00Z]`, ['invoiced']],
  ['f_invoicedDate=[2024-01-01 TO 2024-01-31]', []],
  ['f_hasInputInvoice=true', ['invoiced']],
  ['f_hasInputInvoice=false', COMPLETE.filter((name) => name !== 'invoiced')],
  ['f_UtmSource=news letter', ['vtex']],
  ['f_UtmSource=other', []],
  ['f_paymentNames=Visa', ['vtex']],
  ['salesChannelId=3', ['vtex']],
  ['f_salesChannel=3&f_UtmSource=other', []],
  ['f_sellerNames=lojab', []],
  // As the document names it, and by its id.
  ['f_sellerNames=default', ['vtex']],
  ['f_sellerNames=1', ['vtex']],
  ['searchField=sku_Ids&sku_Ids=25,310', COMPLETE],
  ['q=reis', COMPLETE],
  ['q=nobody', []],
  ['f_shippingEstimate=-1.days', []],
  ['foreign=1&page=1', COMPLETE],
];

describe('the list', () => {
  it.each(FILTERS)('finds by "%s"', async (query, expected) => {
    expect(await found(query)).toEqual(expected);
    const { paging, stats } = await list(query);
    expect(paging['total']).toBe(expected.length);
    expect(stats.stats.totalValue['Count']).toBe(expected.length);
  });

  it('has all keys in a row, and texts that are never null', async () => {
    const { list: rows, facets, paging } = await list('f_status=handling');
    expect(rows).toEqual([
      {
        orderId: ids['handling'],
        creationDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/) as string,
        clientName: 'Ana Reis', items: null, totalValue: 8140, paymentNames: 'Visa', status: 'handling',
        statusDescription: 'Handling shipping', marketPlaceOrderId: null, sequence: expect.stringMatching(/^\d{6}$/) as string,
        salesChannel: 'default', affiliateId: '', origin: 'Marketplace', workflowInErrorState: false, workflowInRetry: false,
        lastMessageUnread: null, ShippingEstimatedDate: null, ShippingEstimatedDateMax: null, ShippingEstimatedDateMin: null,
        orderIsComplete: true, listId: null, listType: null, authorizedDate: expect.stringMatching(/\+00:00$/) as string,
        callCenterOperatorName: null, totalItems: 2, currencyCode: 'BRL',
      },
    ]); // prettier-ignore
    expect(facets).toEqual([]);
    expect(paging).toEqual({ total: 1, pages: 1, currentPage: 1, perPage: 15 });
  });

  it('shows the status that the order itself shows, at once', async () => {
    const id = await orderIn(api, 'ready-for-handling');
    await api.ask('POST', `/api/oms/pvt/orders/${id}/cancel`);
    await api.ask('POST', `/api/oms/pvt/orders/${id}/cancel`);
    const { list: rows } = await list(`q=${id}`);
    expect(rows).toMatchObject([{ orderId: id, status: 'canceled' }]);
    const order = await api.ask('GET', `/api/v1/admin/orders/${id}`);
    await api.ask('DELETE', `/api/v1/admin/orders/${id}`);
    expect(order.status).toBe(200);
  });

  it('counts and sums exactly, by origin and currency, in whole numbers', async () => {
    const { stats } = await list('f_status=handling,invoiced');
    expect(stats.stats.totalValue).toMatchObject({
      Count: 2, Max: 8140, Mean: 8140, Min: 8140, Missing: 0, StdDev: 0, Sum: 16280, SumOfSquares: 2 * 8140 ** 2,
      Facets: {
        origin: { Marketplace: { Count: 2, Facets: null }, Fulfillment: { Count: 0, Sum: 0 } },
        currencyCode: { BRL: { Count: 2 } },
      },
    }); // prettier-ignore
    expect(stats.stats.totalItems).toMatchObject({ Count: 2, Sum: 4, Max: 2 });
  });

  it('turns pages, and tells how many there are', async () => {
    const pages = [1, 2, 3].map((page) => list(`per_page=2&page=${page}&orderBy=creationDate,asc`));
    const seen = (await Promise.all(pages)).flatMap(({ list: rows }) => rows.map(({ orderId }) => orderId));
    expect(new Set(seen).size).toBe(6);
    expect((await list('per_page=4')).paging).toEqual({ total: 6, pages: 2, currentPage: 1, perPage: 4 });
    expect((await list('per_page=500')).paging['perPage']).toBe(100);
  });

  it.each([
    ['page=101&per_page=100', 'f_creationDate'],
    ['page=0', 'page'],
    ['page=x', 'page'],
    ['f_creationDate=yesterday', 'f_creationDate'],
    ['f_creationDate=[2026-02-30 TO *]', 'f_creationDate'],
    ['f_shippingEstimate=soon', 'f_shippingEstimate'],
    ['orderBy=colour,asc', 'orderBy'],
    ['orderBy=constructor,asc', 'orderBy'],
    ['q=a%00b', 'text'],
  ])('refuses "%s" and says what is wrong with it', async (query, named) => {
    const answer = await api.ask('GET', `/api/oms/pvt/orders?${query}`);
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining(named) as string } },
    });
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  it('reaches the 10,000th order, and takes filters with many values', async () => {
    expect(await list('page=100&per_page=100')).toMatchObject({ list: [], paging: { currentPage: 100 } });
    const many = Array.from({ length: 300 }, (_, n) => `S-${n}`).join(',');
    expect(await found(`sku_Ids=${many}`)).toEqual([]);
  });
});
