import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { withAccounts } from '../src/database/pool.js';
import { findDocuments } from '../src/read-models/document-list-query.js';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  const { body } = await api.ask('POST', `${ADMIN}/orders`, { body: ORDER });
  // Of one payment 20,000, as a year of a shop has them.
  await api.database.owner.query(
    `insert into document_list
     select copy.*
       from document_list d, generate_series(1, 20000) n,
            jsonb_populate_record(d, jsonb_build_object('document_id', 'many-' || n, 'number', 'PAY-' || n,
                                                        'number_key', 'pay-' || n)) as copy
      where d.order_id = $1 and d.kind = 'payment'`,
    [body.orderId],
  );
  await api.database.owner.query('analyze document_list');
});
afterAll(() => api.end());

describe('the number of a document', () => {
  it.each(['PAY-19999', 'pay-19999', 'Pay-19999'])('is found as %s', async (q) => {
    const { body } = await api.ask('GET', `${ADMIN}/documents?kind=payment&q=${q}`);
    expect(body.items).toMatchObject([{ number: 'PAY-19999' }]);
  });

  it('is found by an index that the policies of the serving role leave usable', async () => {
    const asked = vi.spyOn(pg.Client.prototype, 'query');
    const query = { kind: 'payment', text: 'pay-19999', after: null, limit: 10 };
    await findDocuments(api.database.serving, 'default', { stores: null, seller: null, assignee: null }, query);
    const statement = asked.mock.calls.map(([call]) => call as unknown as pg.QueryConfig).at(-1);
    asked.mockRestore();
    const { rows } = await withAccounts(api.database.serving, ['default'], (client) =>
      client.query<{ 'QUERY PLAN': string }>(`explain ${statement?.text}`, statement?.values),
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('document_list_number_key');
    expect(plan).toContain('document_list_outer_key');
  });
});
