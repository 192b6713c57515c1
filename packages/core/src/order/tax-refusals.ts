import type { RefusalText } from './refusal-text.js';

/** Why the tax of an order cannot be told: a part of the catalogue in `refusals.ts`. */
export const TAX_REFUSALS = {
  tax_refused: {
    meaning: 'The tax of the order cannot be told.',
    cause:
      'Its store has no tax provider, no rate for the place or the kind of goods, or the provider does not take the data; `reason` says which.',
    remedy:
      'Mend the address, the rates or the settings of the store, or place the order with the tax in it. In an edit, set the tax of the lines that it touches (`set_line_tax`).',
    retry: false,
  },
  tax_unreachable: {
    meaning: 'The tax service does not answer now.',
    cause: 'It is down, too slow, or was asked too often.',
    remedy:
      'Try again; or place the order with the tax in it. In an edit, set the tax of the lines that it touches (`set_line_tax`).',
    retry: true,
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
