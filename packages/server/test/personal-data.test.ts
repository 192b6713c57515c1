import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redact } from '@docket/core/order/evolve';
import { loadOrder } from '../src/event-log/load-order.js';
import { foldEvents, readEvents } from '../src/event-log/read-events.js';
import { hashOf } from '../src/event-log/seal-events.js';
import { createPersonalKeys, open, seal } from '../src/personal-data/keys.js';
import { acceptedOrder, asked, openWritePath, placement, rowsOf, type WritePath } from './write-path.js';

let path: WritePath;

beforeAll(async () => {
  path = await openWritePath();
});
afterAll(() => path.close());

const place = async (changes: Parameters<typeof placement>[0] = {}) =>
  acceptedOrder(await path.execute(asked(placement(changes)))).head.orderId;

describe('personal data', () => {
  it('stands in the log as ciphertext only', async () => {
    const orderId = await place({ note: 'ring twice', custom: { gift: 'for Otto' } });
    const rows = await rowsOf<{ data: string; personal: Buffer }>(
      path,
      'select data, personal from events where account = $1 and stream_id = $2',
      ['acme', orderId],
    );
    for (const secret of ['Ana', 'Example.org', 'Flores', 'ring twice', 'Otto']) {
      expect(
        rows.some(({ data, personal }) => data.includes(secret) || personal.includes(secret)),
        secret,
      ).toBe(false);
    }
    const [first] = await readEvents(path.log, 'acme', orderId);
    expect(first?.recorded.personal).toMatchObject({
      buyer: { firstName: 'Ana' },
      note: 'ring twice',
      custom: { gift: 'for Otto' },
    });
  });

  it('reads as null once the key is destroyed, while the chain stays valid', async () => {
    const orderId = await place({ note: 'ring twice' });
    await rowsOf(
      path,
      'update subject_keys set wrapped_key = null, forgotten_at = now() where account = $1 and stream_id = $2',
      ['acme', orderId],
    );
    const events = await readEvents(path.log, 'acme', orderId);
    expect(events.every(({ recorded }) => recorded.personal === null)).toBe(true);
    expect(events.every(({ sealed }) => hashOf(sealed).equals(sealed.hash))).toBe(true);
    const stored = await loadOrder(path.log, 'acme', orderId);
    expect(stored?.key).toBeNull();
    expect((await foldEvents(path.log, events)).head).toEqual(stored && redact(stored.order).head);
  });

  it('belongs to the customer, else to the mail address however it is written, else to the order', async () => {
    const subjectOf = async (orderId: string) =>
      (
        await rowsOf<{ subject: string }>(
          path,
          'select subject from subject_keys where account = $1 and stream_id = $2',
          ['acme', orderId],
        )
      )[0]?.subject;
    expect(await subjectOf(await place({ customerId: 'c-7' }))).toBe('customer:c-7');
    const mail = await subjectOf(await place({ buyer: { email: ' OTTO@example.org ' } }));
    expect(mail).toMatch(/^email:[\w-]{43}$/);
    expect(await subjectOf(await place({ buyer: { email: 'otto@example.org' } }))).toBe(mail);
    const anonymous = await place({ buyer: { firstName: 'Nobody' } });
    expect(await subjectOf(anonymous)).toBe(`order:${anonymous}`);
  });
});

describe('a key', () => {
  const keys = createPersonalKeys('one secret of an installation');

  it('opens only under the secret and for the stream that it was wrapped with', () => {
    const { key, wrapped } = keys.issue('acme', 'order', '1');
    expect(keys.unwrap(wrapped, 'acme', 'order', '1')).toEqual(key);
    expect(() => keys.unwrap(wrapped, 'acme', 'order', '2')).toThrow();
    expect(() => createPersonalKeys('another secret').unwrap(wrapped, 'acme', 'order', '1')).toThrow();
  });

  it('refuses a text that was changed or moved', () => {
    const { key } = keys.issue('acme', 'order', '1');
    const sealed = seal(key, 'Ana', 'here');
    expect(open(key, sealed, 'here').toString()).toBe('Ana');
    expect(() => open(key, sealed, 'there')).toThrow();
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    expect(() => open(key, sealed, 'here')).toThrow();
  });
});
