import type { MoneyOutcome, PaymentProvider } from '@docket/core/payment-provider';

/**
 * Money that no machine sees: cash, a transfer, a promissory note. Nobody is called. A person says that it came, and that
 * a capture, void or refund was done; until then the payment waits.
 */
export function createManualProvider(): PaymentProvider {
  const byHand = (): Promise<MoneyOutcome> => Promise.resolve({ state: 'waiting', outerId: null });
  return {
    capabilities: {
      calls: false,
      events: false,
      captureInParts: true,
      voidInParts: true,
      refundInParts: true,
      payPage: false,
    },
    check: () => Promise.resolve({ works: true }),
    begin: ({ key }) => Promise.resolve({ state: 'waiting', outerId: key, link: null, token: null }),
    capture: byHand,
    void: byHand,
    refund: byHand,
    // who pays by hand is told by a person
    close: () => Promise.resolve({ state: 'closed' }),
    lookup: () => Promise.resolve({ state: 'unknown', message: 'a person says what became of the money' }),
    readEvent: () => ({ genuine: false, reason: 'no events are expected' }),
  };
}
