import type { LookupOutcome, MoneyOutcome, MoneyRequest, PaymentProvider } from '@docket/core/payment-provider';
import type { CreditHold, CreditHolds, HoldRefusal } from '../../store-credit/holds.js';
import type { HoldMovement } from '../../store-credit/movements.js';

export interface StoreCreditDependencies {
  readonly account: string;
  readonly holds: CreditHolds;
  /** Codes of gift cards are known by their hashes alone. */
  readonly hashOf: (account: string, code: string) => Buffer;
}

const REFUSED: Readonly<Record<HoldRefusal, string>> = {
  credit_unknown: 'there is no such gift card or store credit',
  credit_expired: 'it has expired or was switched off',
  credit_currency: 'it is in another currency',
  credit_too_small: 'it does not cover the amount',
};

const KINDS = { captured: 'capture', voided: 'void', refunded: 'refund' } as const;

/** Gift cards and store credit, in our own books: every answer is final and comes at once. */
export function createStoreCreditProvider({ account, holds, hashOf }: StoreCreditDependencies): PaymentProvider {
  async function move(kind: HoldMovement['kind'], { outerId, key, amount }: MoneyRequest): Promise<MoneyOutcome> {
    const done = await holds.move(account, kind, { hold: outerId, key, amount });
    if (done === 'done') return { state: 'settled', outerId: null };
    return {
      state: 'declined',
      message: done === 'too_much' ? 'no more than that is left' : 'there is no such payment',
    };
  }

  return {
    capabilities: {
      calls: true,
      events: false,
      captureInParts: true,
      voidInParts: true,
      refundInParts: true,
      payPage: false,
    },
    check: () => Promise.resolve({ works: true }),
    async begin({ token, capture, ...asked }) {
      const means = token === null ? null : { credit: token, codeHash: hashOf(account, token) };
      const hold = await holds.hold(account, { ...asked, means, captures: capture === 'on_approval' });
      if (typeof hold === 'string') return { state: 'denied', outerId: null, message: REFUSED[hold] };
      return { state: 'approved', outerId: hold.hold, authorised: hold.authorised, captured: hold.captured };
    },
    capture: (request) => move('captured', request),
    void: (request) => move('voided', request),
    refund: (request) => move('refunded', request),
    // nothing ever waits here
    close: () => Promise.resolve({ state: 'answered' }),
    async lookup({ outerId, key }) {
      const found = await holds.find(account, { hold: outerId, key });
      return found === null ? { state: 'absent' } : { state: 'found', standing: standingOf(found) };
    },
    readEvent: () => ({ genuine: false, reason: 'no events are expected' }),
  };
}

function standingOf({
  hold: { hold, authorised, captured, voided, refunded },
  movements,
}: {
  readonly hold: CreditHold;
  readonly movements: readonly HoldMovement[];
}): Extract<LookupOutcome, { state: 'found' }>['standing'] {
  return {
    outerId: hold,
    state: 'approved',
    message: null,
    link: null,
    authorised,
    captured,
    voided,
    refunded,
    operations: movements.map(({ kind, key, amount }) => ({
      kind: KINDS[kind],
      key,
      outerId: null,
      amount,
      state: 'settled',
      message: null,
    })),
  };
}
