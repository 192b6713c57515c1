import { useTranslation } from 'react-i18next';
import { money } from '../format/money';
import { unitPrice } from '../format/unit-price';
import type { Order } from '../order/order-queries';
import type { EditChange } from './draft-changes';

const AMOUNTS = ['amount', 'price', 'givenPrice', 'tax'];
const UNIT_PRICES = ['priceMicros', 'discountMicros', 'listPriceMicros'];

/** A change in one line of words: what kind it is, what it is about, and what it says. */
export function useChangeWords({ currency, lines, discounts, adjustments }: Order): (change: EditChange) => string {
  const { t, i18n } = useTranslation('drafts');
  const names = new Map([...lines, ...discounts, ...adjustments].map(({ id, name }) => [id, name]));
  const shown = (field: string, value: unknown): string => {
    if (typeof value === 'number' && AMOUNTS.includes(field)) return money(value, currency, i18n.language);
    if (typeof value === 'number' && UNIT_PRICES.includes(field)) return unitPrice(value, currency, i18n.language);
    if (typeof value === 'object' && value !== null) return Object.values(value).filter(Boolean).join(' ');
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : t('nothing');
    return ['lineId', 'discountId', 'adjustmentId'].includes(field) ? (names.get(text) ?? text) : text;
  };
  // that nobody gave a price says nothing beside the price
  const saying = (field: string, value: unknown): readonly string[] =>
    field === 'givenPrice' && value === null ? [] : [shown(field, value)];
  return ({ change, ...said }) =>
    [t(`kind.${change}`), ...Object.entries(said).flatMap(([field, value]) => saying(field, value))].join(' · ');
}
