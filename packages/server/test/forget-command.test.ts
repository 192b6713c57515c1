import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveCustomers } from '../src/customers/customers.js';
import { createTestDatabase, type TestDatabase } from './setup/database.js';
import { docket } from './setup/docket-process.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const client = await database.owner.connect();
  await client.query("select set_config('docket.accounts', 'default', false), ensure_account('default', 'Default')");
  client.release(true);
  const customer = { lastName: null, phone: null, document: null, company: null, locale: null };
  await saveCustomers(database.serving, 'default', [
    { ...customer, customerId: 'C-1', email: 'Ana@example.test', firstName: 'Ana' },
  ]);
});
afterAll(() => database.drop());

const forget = (...words: string[]) =>
  docket(['forget', '--reason', 'request 7', ...words], {
    DATABASE_URL: database.url,
    DOCKET_SECRET: 'a secret of some length',
  }).ended;

it('a mail address that is a customer’s too is said to reach no customer', async () => {
  expect(await forget('--email', 'ana@example.test')).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'docket: one customer with that mail address keeps its data: run this with --customer and its id too\n' +
      'docket: nobody was found under that name; nothing was changed\n',
  });
});

it('--again prints the certificates of everybody on the list', async () => {
  expect(await forget('--again')).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
  const { stdout } = await forget('--customer', 'C-1');
  expect(JSON.parse(stdout)).toMatchObject({ subject: 'customer:C-1', rows: { customers: 1 } });
  expect(JSON.parse((await forget('--again')).stdout)).toEqual([JSON.parse(stdout)]);
});

it('--again is for everybody: it goes with no name', async () => {
  const { code, stderr } = await forget('--again', '--customer', 'C-1');
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: 'docket: name the person by exactly one of --customer, --email and --order, or all by --again\n',
  });
});
