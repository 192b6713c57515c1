import type { TFunction } from 'i18next';
import type { DocumentOf } from './built-in/built-in';
import type { Order } from './order-queries';

/** What a refund is for, part by part, in the words of `order`. */
export function partsOf(
  order: Order,
  refund: DocumentOf<'refund'>,
  t: TFunction,
  shown: (minor: number | null | undefined) => string,
): readonly string[] {
  const nameOf = (lineId: string): string => order.lines.find(({ id }) => id === lineId)?.name ?? lineId;
  const parts = [
    ...refund.items.map(
      ({ lineId, quantity, amount }) =>
        `${t('payments.part.pieces', { quantity, name: nameOf(lineId) })} ${shown(amount)}`,
    ),
    ...(['shipping', 'goodwill', 'overpaid'] as const).flatMap((part) =>
      (refund[part] ?? 0) === 0 ? [] : [`${t(`payments.part.${part}`)} ${shown(refund[part])}`],
    ),
    ...(refund.cause === 'refund' ? [] : [t(`payments.part.${refund.cause}`, { number: refund.returnInvoice ?? '' })]),
    refund.reasonCode,
    refund.reason,
  ];
  return parts.filter((part) => part !== null && part !== '') as readonly string[];
}
