import type { PlacedDelivery, PlacedLine, PlaceOrder } from '../order/placing-commands.js';
import { isRefusal, refuse, type Refusal } from '../order/refusals.js';
import { placedLines, type Quote } from './quote.js';

/**
 * A placement with the prices, discounts, gifts and deliveries of its quote. Lines keep a unit price that they name, and
 * discounts on the order that the sender gives come after those of promotions. Refusals: those of the quote, and
 * amount_invalid for a unit discount of the sender's, which would be given twice.
 */
export function pricedPlacement(command: PlaceOrder, quoted: Quote | Refusal | undefined): PlaceOrder | Refusal {
  if (quoted === undefined) throw new Error('a placement that is priced needs a quote');
  if (isRefusal(quoted)) return quoted;
  const discounted = command.lines.findIndex(({ discountMicros }) => discountMicros !== undefined);
  if (discounted >= 0) return refuse('amount_invalid', `/lines/${discounted}/discountMicros`);
  const lines = placedLines(quoted);
  return {
    ...command,
    lines: [
      ...command.lines.map((line, index) => pricedLine(line, lines[index])),
      ...lines.slice(command.lines.length),
    ],
    deliveries: (command.deliveries ?? []).map((delivery, index): PlacedDelivery => ({
      ...delivery,
      price: quoted.deliveries[index]?.price ?? 0,
      // Where promotions run again they start from it.
      ...(delivery.price === undefined ? {} : { givenPrice: delivery.price }),
    })),
    discounts: [...quoted.discounts, ...(command.discounts ?? [])],
    promotions: quoted.applied.map(({ promotion, coupon }) => ({ promotion, coupon })),
  };
}

/** What the catalogue says of a product is still asked of it: its name, picture and place. */
function pricedLine(line: PlacedLine, priced: PlacedLine | undefined): PlacedLine {
  if (priced?.sku !== line.sku) throw new Error('the quote is of another basket');
  const { priceMicros = 0, discountMicros = 0, listPriceMicros = line.listPriceMicros } = priced;
  return {
    ...line,
    priceMicros,
    discountMicros,
    ...(listPriceMicros === undefined ? {} : { listPriceMicros }),
  };
}
