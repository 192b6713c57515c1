import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE_TYPE } from '../src/api/native/examples/command-examples.js';
import { DOCUMENT_TYPES } from '../src/document-types/document-types.js';
import { TARGET_FIELDS } from '../src/document-types/target-fields.js';
import { createSettingStore } from '../src/settings-history/setting-store.js';
import { saveCustomers, findCustomer } from '../src/customers/customers.js';
import { loadOrder } from '../src/event-log/load-order.js';
import { readEvents } from '../src/event-log/read-events.js';
import { hashOf } from '../src/event-log/seal-events.js';
import { customersWithAddress } from '../src/forgetting/customers-with-address.js';
import { forgetAgain, forgetSubject } from '../src/forgetting/forget-subject.js';
import { NOT_PERSONAL, REDACTIONS } from '../src/forgetting/redactions.js';
import { verifyAccount } from '../src/verify/verify-account.js';
import { withAccounts } from '../src/database/pool.js';
import { acceptedOrder, asked, openWritePath, placement, refusalOf, rowsOf, type WritePath } from './write-path.js';

let path: WritePath;
const orders: string[] = [];
const staff = { kind: 'staff', id: 'staff:dpo' } as const;

const forget = (subject: string) =>
  forgetSubject(path, { account: 'acme', subject, at: path.clock.now, actor: staff, reason: 'request 7' });

/** Every text that stands anywhere in the database, in one string. */
async function everyText(): Promise<string> {
  const { rows: tables } = await path.database.owner.query<{ name: string }>(
    `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname = current_schema and not c.relispartition`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await path.database.owner.query<{ text: string | null }>(
      `select string_agg(t::text, ' ') as text from ${name} t`,
    );
    texts.push(rows[0]?.text ?? '');
  }
  return texts.join('\n').toLowerCase();
}

beforeAll(async () => {
  path = await openWritePath();
  await saveCustomers(path.database.serving, 'acme', [
    {
      customerId: 'c7',
      email: 'zoe@example.test',
      firstName: 'Zoe',
      lastName: 'Quill',
      phone: '555',
      document: 'D7',
      company: null,
      locale: 'pt',
      groups: ['friends-of-quill'],
      organisation: 'quill-holding',
    },
  ]);
  for (let count = 0; count < 2; count += 1) {
    const placed = acceptedOrder(
      await path.execute(
        asked(
          placement({
            customerId: 'c7',
            buyer: { email: 'zoe@example.test', firstName: 'Zoe', lastName: 'Quill' },
            deliveries: [
              {
                type: 'delivery',
                price: 0,
                address: { country: 'PT', city: 'Porto', street: 'Quillstreet', receiver: 'Zoe Quill' },
              },
            ],
            custom: { nickname: 'Quilly' },
            attachments: { vtex: { openTextField: 'for Zoe' } },
            note: 'Zoe called',
          }),
        ),
      ),
    );
    orders.push(placed.head.orderId);
  }
  const [orderId] = orders;
  if (orderId === undefined) throw new Error('no order');
  const more = { orderId };
  acceptedOrder(await path.execute(asked({ type: 'approve_payment', paymentId: 'p1' }, more)));
  acceptedOrder(
    await path.execute(asked({ type: 'add_log_entry', source: 'erp', message: 'Zoe wants it blue' }, more)),
  );
  const edit = { account: 'acme', actor: 'test' };
  const fields = { type: 'object', properties: { owner: { type: 'string' } } } as const;
  await createSettingStore(path.database.serving, DOCUMENT_TYPES).load(edit, [{ ...EXAMPLE_TYPE, fields }]);
  await createSettingStore(path.database.serving, TARGET_FIELDS).load(edit, [{ target: 'order', fields }]);
  const custom = { owner: 'Zoe Quill' };
  acceptedOrder(
    await path.execute(asked({ type: 'add_document', documentType: 'warranty', comment: 'of Zoe', custom }, more)),
  );
  acceptedOrder(await path.execute(asked({ type: 'set_custom_fields', target: 'order', custom }, more)));
  acceptedOrder(await path.execute(asked({ type: 'start_handling' }, more)));
  acceptedOrder(await path.execute(asked({ type: 'request_cancellation', reason: 'Zoe moved' }, more)));
  acceptedOrder(
    await path.execute(
      asked({ type: 'issue_invoice', number: 'A-1', value: 2500, package: { trackingNumber: 'T1' } }, more),
    ),
  );
  acceptedOrder(
    await path.execute(
      asked(
        { type: 'track_package', packageId: '1', events: [{ at: path.clock.now, description: 'left with Zoe Quill' }] },
        more,
      ),
    ),
  );
  acceptedOrder(await path.execute(asked({ type: 'issue_return_invoice', number: 'R-1', value: 100 }, more)));
  const seen = { at: path.clock.now, description: 'handed in by Zoe Quill' };
  acceptedOrder(await path.execute(asked({ type: 'track_return', number: 'R-1', events: [seen] }, more)));
  acceptedOrder(await path.execute(asked(placement())));
});

afterAll(() => path.close());

describe('forgetting a person', () => {
  it('every table says how it loses what it knows of a person, or why it knows nothing', async () => {
    const { rows } = await path.database.owner.query<{ name: string }>(
      `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname = current_schema and not c.relispartition order by 1`,
    );
    const said = [...REDACTIONS.map(({ table }) => table), ...Object.keys(NOT_PERSONAL)].sort();
    expect(rows.map(({ name }) => name)).toEqual(said);
  });

  it('destroys the keys, redacts every copy, keeps books and chains, and gives a certificate', async () => {
    expect(await everyText()).toMatch(/zoe|quill/);
    const before = await readEvents(path.log, 'acme', orders[0] ?? '');

    const certificate = await forget('customer:c7');

    expect(certificate).toMatchObject({ subject: 'customer:c7', keys: 2, rows: { customers: 1 } });
    expect(certificate?.orders.map(({ orderId }) => orderId)).toEqual([...orders].sort());
    expect(await everyText()).not.toMatch(/zoe|quill/);

    const after = await readEvents(path.log, 'acme', orders[0] ?? '');
    expect(after.slice(0, before.length).map(({ sealed }) => sealed.hash)).toEqual(
      before.map(({ sealed }) => sealed.hash),
    );
    expect(after.every(({ sealed }) => hashOf(sealed).equals(sealed.hash))).toBe(true);
    expect(after.every(({ recorded }) => recorded.personal === null)).toBe(true);
    const kept = await loadOrder(path.log, 'acme', orders[0] ?? '');
    expect(kept?.order.head).toMatchObject({ buyer: null, forgotten: true, totals: { total: 2500 } });
    expect(kept?.order.documents.invoice['A-1']?.value).toBe(2500);
    expect(await findCustomer(path.database.serving, 'acme', 'c7')).toMatchObject({ email: null, firstName: null });

    const report = await withAccounts(path.database.serving, ['acme'], (client) =>
      verifyAccount(client, path.log.keys, 'acme', 5),
    );
    expect(report.findings).toEqual([]);
  });

  it('leaves other people alone', async () => {
    const [row] = await rowsOf<{ count: number }>(
      path,
      `select count(*)::int as count from order_list where buyer_name = 'Ana Lima'`,
    );
    expect(row?.count).toBe(1);
  });

  it('may be done twice, and keeps the list that a restore goes through', async () => {
    const list = () => rowsOf(path, `select subject, certificate from forgotten_subjects where account = 'acme'`);
    const [first] = await list();
    path.clock.now = '2026-03-09T10:00:00.000Z';
    expect(await forget('customer:c7')).toEqual(first?.['certificate']);
    expect(await list()).toEqual([first]);
    expect(first).toMatchObject({ subject: 'customer:c7', certificate: { keys: 2, rows: { customers: 1 } } });
  });

  it('puts nobody on the list whom nobody knows', async () => {
    expect(await forget('customer:nobody')).toBeNull();
    expect(await rowsOf(path, `select from forgotten_subjects where subject = 'customer:nobody'`)).toEqual([]);
  });

  it('adds later orders of the person to the certificate of the first time', async () => {
    const came = { customerId: 'c9', buyer: { firstName: 'Nora' } };
    const first = acceptedOrder(await path.execute(asked(placement(came)))).head.orderId;
    const { forgottenAt } = (await forget('customer:c9')) ?? {};
    path.clock.now = '2026-03-16T10:00:00.000Z';
    const second = acceptedOrder(await path.execute(asked(placement(came)))).head.orderId;
    const certificate = await forget('customer:c9');
    expect(certificate).toMatchObject({ forgottenAt, keys: 2, orders: [{ orderId: first }, { orderId: second }] });
  });

  it('forgets everybody on the list again, whose keys a restored backup brought back', async () => {
    const came = { customerId: 'c10', buyer: { firstName: 'Wanda' } };
    const { orderId } = acceptedOrder(await path.execute(asked(placement(came)))).head;
    const { rows: backup } = await path.database.owner.query<{ wrapped_key: Buffer }>(
      `select wrapped_key from subject_keys where account = 'acme' and stream_id = $1`,
      [orderId],
    );
    const first = await forget('customer:c10');
    const restored = await path.database.owner.query(
      `update subject_keys set wrapped_key = $2, forgotten_at = null where account = 'acme' and stream_id = $1`,
      [orderId, backup[0]?.wrapped_key],
    );
    expect(restored.rowCount).toBe(1);

    const request = { account: 'acme', at: '2026-03-20T10:00:00.000Z', actor: staff, reason: 'restored' };
    const again = await forgetAgain(path, request);
    expect(again.find(({ subject }) => subject === 'customer:c10')).toEqual(first);
    const keys = await rowsOf(path, `select wrapped_key from subject_keys where stream_id = $1`, [orderId]);
    expect(keys).toEqual([{ wrapped_key: null }]);
  });

  it('knows how many customers a mail address does not reach', async () => {
    const customer = { firstName: 'Ida', lastName: null, phone: null, document: null, company: null, locale: null };
    const { serving } = path.database;
    await saveCustomers(serving, 'acme', [{ ...customer, customerId: 'c20', email: 'Ida@example.test' }]);
    acceptedOrder(
      await path.execute(
        asked(placement({ customerId: 'c21', buyer: { email: 'ida@Example.test', firstName: 'Ida' } })),
      ),
    );
    acceptedOrder(
      await path.execute(
        asked(placement({ customerId: 'c20', buyer: { email: 'ida@example.test', firstName: 'Ida' } })),
      ),
    );
    expect(await customersWithAddress(serving, 'acme', ' IDA@example.test')).toMatchObject({ customers: 2 });
    expect(await customersWithAddress(serving, 'acme', 'ana@example.org')).toEqual({ customers: 0, customerIds: [] });
  });

  it('lets the order go on, without anything personal', async () => {
    const more = { orderId: orders[0] ?? '' };
    const delivered = await path.execute(
      asked(
        {
          type: 'track_package',
          packageId: '1',
          delivered: true,
          events: [{ at: path.clock.now, description: 'Zoe signed' }],
        },
        more,
      ),
    );
    expect(acceptedOrder(delivered).head.deliveredAt).not.toBeNull();
    expect(refusalOf(await path.execute(asked({ type: 'add_note', text: 'Zoe' }, more)))).toBe('order_forgotten');
    expect(await everyText()).not.toMatch(/zoe/);
  });

  it('is not undone by a command that had read the order before', async () => {
    const late = acceptedOrder(
      await path.execute(asked(placement({ customerId: 'c8', buyer: { firstName: 'Xaver' } }))),
    );
    const racing = Array.from({ length: 20 }, (_, index) =>
      path.execute(asked({ type: 'change_tags', add: [`t${index}`] }, { orderId: late.head.orderId })),
    );
    await Promise.all([...racing, forget('customer:c8')]);
    expect(await everyText()).not.toContain('xaver');
  });

  it('finds guests by their mail address, however they wrote it', async () => {
    const subject = path.log.keys.subjectOf('acme', '', null, ' ANA@example.org ');
    expect((await forget(subject))?.keys).toBe(1);
  });
});
