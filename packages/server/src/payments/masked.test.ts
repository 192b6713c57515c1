import { describe, expect, it } from 'vitest';
import { masked } from './masked.js';

describe('what is kept of a conversation with a provider', () => {
  it.each([
    ['a secret by its value', 'Bearer sk_live_1 sk_live_1', 'Bearer *** ***'],
    ['a field of JSON', '{"amount":5,"client_secret":"a\\"b","id":"x"}', '{"amount":5,"client_secret":"***","id":"x"}'],
    ['a field of a form', 'amount=5&card%5Bnumber%5D=42&card[cvc]=123', 'amount=5&card%5Bnumber%5D=***&card[cvc]=***'],
    ['a card number, wherever it stands', 'paid with 4242 4242 4242 4242.', 'paid with ***.'],
  ])('holds no %s', (_what, body, kept) => expect(masked(body, ['sk_live_1'])).toBe(kept));

  it.each(['{"created":1764420000000}', 'order 1480000500001-01', '{"amount":123456}'])('leaves %s as it is', (body) =>
    expect(masked(body, [''])).toBe(body),
  );
});
