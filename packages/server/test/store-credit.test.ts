import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStoreCreditProvider } from '../src/adapters/payment/store-credit.js';
import { createProviderSeal } from '../src/payments/provider-seal.js';
import { createCredits, type Credits } from '../src/store-credit/credits.js';
import { createCreditHolds, type CreditHolds } from '../src/store-credit/holds.js';
import { describeProvider } from './payment-contract.js';
import { openWritePath, type WritePath } from './write-path.js';

const seal = createProviderSeal('a secret of sufficient length');
const at = '2026-03-02T10:00:00.000Z';
const edit = { account: 'acme', actor: 'key:test', at };
const TERMS = { kind: 'gift_card', currency: 'EUR', customerId: null, active: true, expiresAt: null } as const;

let path: WritePath;
let credits: Credits;
let holds: CreditHolds;
beforeAll(async () => {
  path = await openWritePath();
  credits = createCredits(path.database.serving);
  holds = createCreditHolds(path.database.serving, () => path.clock.now);
});
afterAll(() => path.close());

let made = 0;
/** A gift card with so much on it. */
async function card(amount: number, terms: object = {}): Promise<string> {
  made += 1;
  const id = `card-${made}`;
  await credits.put(edit, id, { ...TERMS, ...terms });
  if (amount > 0) await credits.adjust(edit, id, { key: 'first', amount, reason: 'sold' });
  return id;
}
const on = async (credit: string) => {
  const found = await credits.find('acme', credit);
  if (found === null) throw new Error('no credit');
  return { balance: found.balance, held: found.held };
};
const asked = (credit: string, key: string, amount: number) => ({
  key,
  orderId: 'o1',
  paymentId: 'p1',
  amount,
  currency: 'EUR',
  means: { credit, codeHash: seal.hashOf('acme', credit) },
  customerId: null,
  captures: false,
});

describeProvider(
  'store credit',
  async () => {
    const own = await openWritePath();
    const cards = createCredits(own.database.serving);
    await cards.put(edit, 'rich', TERMS);
    await cards.adjust(edit, 'rich', { key: 'first', amount: 10_000_000, reason: 'sold' });
    return {
      provider: createStoreCreditProvider({
        account: 'acme',
        holds: createCreditHolds(own.database.serving, () => at),
        hashOf: (account, code) => seal.hashOf(account, code),
      }),
      token: 'rich',
      badToken: 'nobody-has-this',
      end: () => own.close(),
    };
  },
  { isInside: true },
);

describe('gift cards and store credit', () => {
  it('are found by their code, however it is typed, and the code is stored nowhere', async () => {
    const credit = await card(5_000);
    await credits.setCode(edit, credit, seal.hashOf('acme', 'ABCD-1234-EFGH'));
    expect(await credits.findByCode('acme', seal.hashOf('acme', 'abcd 1234 efgh'))).toMatchObject({ credit });
    const hold = await holds.hold('acme', {
      ...asked('x', 'by-code', 100),
      means: { credit: 'ABCD-1234-EFGH', codeHash: seal.hashOf('acme', 'ABCD-1234-EFGH') },
    });
    expect(hold).toMatchObject({ credit, authorised: 100 });
    const other = await card(0);
    expect(await credits.setCode(edit, other, seal.hashOf('acme', 'ABCD1234EFGH'))).toBe('taken');
  });

  it.each([
    ['nobody knows', 'credit_unknown', () => Promise.resolve('nobody')],
    ['is in another currency', 'credit_currency', () => card(5_000, { currency: 'USD' })],
    ['has expired', 'credit_expired', () => card(5_000, { expiresAt: '2026-03-01T00:00:00.000Z' })],
    ['was switched off', 'credit_expired', () => card(5_000, { active: false })],
    ['does not cover the amount', 'credit_too_small', () => card(99)],
  ])('hold nothing where the card %s', async (_what, refusal, credit) => {
    const id = await credit();
    expect(await holds.hold('acme', asked(id, `refused ${refusal} ${id}`, 100))).toBe(refusal);
  });

  it('of a customer pay without a code: the one that expires first and covers the amount', async () => {
    await card(5_000, { customerId: 'ana', kind: 'store_credit' });
    const first = await card(500, { customerId: 'ana', kind: 'store_credit', expiresAt: '2027-01-01T00:00:00.000Z' });
    const own = { ...asked('', 'of-ana', 400), means: null, customerId: 'ana' };
    expect(await holds.hold('acme', own)).toMatchObject({ credit: first });
  });

  it('that belong to a customer are spent by their orders alone, and a gift card by whoever has its code', async () => {
    const own = await card(5_000, { customerId: 'ben', kind: 'store_credit' });
    const given = await card(5_000, { customerId: 'ben' });
    for (const id of [own, given]) await credits.setCode(edit, id, seal.hashOf('acme', `code of ${id}`));
    const hold = (credit: string, token: string, customerId: string | null) =>
      holds.hold('acme', {
        ...asked(credit, `${token} ${customerId}`, 100),
        customerId,
        means: { credit: token, codeHash: seal.hashOf('acme', token) },
      });
    for (const other of ['eve', null]) {
      expect(await hold(own, own, other)).toBe('credit_unknown');
      expect(await hold(own, `code of ${own}`, other)).toBe('credit_unknown');
      expect(await hold(given, given, other)).toBe('credit_unknown');
    }
    expect(await hold(own, own, 'ben')).toMatchObject({ credit: own });
    expect(await hold(own, `code of ${own}`, 'ben')).toMatchObject({ credit: own });
    expect(await hold(given, `code of ${given}`, 'eve')).toMatchObject({ credit: given });
  });

  it('are put on and taken off once for each key, and never below what payments hold', async () => {
    const credit = await card(1_000);
    await holds.hold('acme', asked(credit, 'held-1', 600));
    const off = { key: 'off', amount: -400, reason: 'mistake' };
    await credits.adjust(edit, credit, off);
    await credits.adjust(edit, credit, off);
    expect(await on(credit)).toEqual({ balance: 600, held: 600 });
    expect(await credits.adjust(edit, credit, { ...off, key: 'more', amount: -1 })).toBe('below_zero');
    expect((await credits.movements('acme', credit, { before: null, limit: 10 })).map(({ kind }) => kind)).toEqual([
      'adjusted',
      'held',
      'adjusted',
    ]);
  });

  it('are spent once where two orders want the last of it at the same moment', async () => {
    const credit = await card(1_000);
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) => holds.hold('acme', asked(credit, `race-${credit}-${index}`, 600))),
    );
    expect(outcomes.filter((outcome) => typeof outcome !== 'string')).toHaveLength(1);
    expect(await on(credit)).toEqual({ balance: 1_000, held: 600 });
  });

  it('hold once what two processes ask for with one key', async () => {
    const credit = await card(1_000);
    const other = createCreditHolds(path.database.serving, () => path.clock.now);
    const wanted = asked(credit, `same-${credit}`, 300);
    const outcomes = await Promise.all([holds, other, holds, other].map((each) => each.hold('acme', wanted)));
    expect(new Set(outcomes.map((outcome) => (typeof outcome === 'string' ? outcome : outcome.hold))).size).toBe(1);
    expect(await on(credit)).toEqual({ balance: 1_000, held: 300 });
  });

  it('never go below zero and never give back more than they took, whatever runs at once', { timeout: 120_000 }, () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 500 }), fc.array(steps(), { maxLength: 24 }), async (amount, run) => {
        const credit = await card(amount);
        const keys = [0, 1, 2].map((each) => `${credit}/${each}`);
        const known = new Map<string, string>();
        await Promise.all(
          run.map(async ({ kind, which, amount: wanted, key }) => {
            const name = keys[which] ?? '';
            if (kind === 'held') {
              const hold = await holds.hold('acme', asked(credit, name, wanted));
              if (typeof hold !== 'string') known.set(name, hold.hold);
              return;
            }
            if (kind === 'adjusted') {
              await credits.adjust(edit, credit, { key: `k${key}`, amount: wanted - 60, reason: 'test' });
              return;
            }
            const hold = known.get(name) ?? (await holds.find('acme', { hold: null, key: name }))?.hold.hold;
            if (hold !== undefined) await holds.move('acme', kind, { hold, key: `${name}/${key}`, amount: wanted });
          }),
        );
        const { balance, held } = await on(credit);
        const movements = await credits.movements('acme', credit, { before: null, limit: 200 });
        const sum = (kinds: readonly string[]): number =>
          movements.filter(({ kind }) => kinds.includes(kind)).reduce((total, each) => total + each.amount, 0);
        expect(balance).toBe(sum(['adjusted', 'refunded']) - sum(['captured']));
        expect(held).toBe(sum(['held']) - sum(['captured', 'voided']));
        expect(balance).toBeGreaterThanOrEqual(held);
        expect(held).toBeGreaterThanOrEqual(0);
        for (const key of keys) {
          const found = await holds.find('acme', { hold: null, key });
          if (found === null) continue;
          const { authorised, captured, voided, refunded } = found.hold;
          expect(captured + voided).toBeLessThanOrEqual(authorised);
          expect(refunded).toBeLessThanOrEqual(captured);
        }
      }),
      { numRuns: 40 },
    ),
  );
});

const steps = () =>
  fc.record({
    kind: fc.constantFrom('held', 'captured', 'voided', 'refunded', 'adjusted'),
    which: fc.integer({ min: 0, max: 2 }),
    key: fc.integer({ min: 0, max: 3 }),
    amount: fc.integer({ min: 1, max: 300 }),
  });
