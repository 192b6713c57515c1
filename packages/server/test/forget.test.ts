import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveCustomers, findCustomer } from '../src/customers/customers.js';
import { loadOrder } from '../src/event-log/load-order.js';
import { readEvents } from '../src/event-log/read-events.js';
import { hashOf } from '../src/event-log/seal-events.js';
import { forgetSubject } from '../src/forgetting/forget-subject.js';
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
    expect(certificate.orders.map(({ orderId }) => orderId)).toEqual([...orders].sort());
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
    expect(await forget('customer:c7')).toMatchObject({ keys: 0 });
    const kept = await rowsOf(path, `select subject from forgotten_subjects where account = 'acme'`);
    expect(kept).toEqual([{ subject: 'customer:c7' }]);
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
    expect((await forget(subject)).keys).toBe(1);
  });
});
