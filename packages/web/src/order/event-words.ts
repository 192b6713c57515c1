import { useTranslation } from 'react-i18next';
import { money } from '../format/money';
import type { OrderEvent } from './order-queries';

/** What happened, in one line of the reader's language; a code that this screen does not know reads in English. */
export function useEventWords(): (summary: OrderEvent['summary']) => string {
  const { t, i18n } = useTranslation('order');
  return ({ code, text, parameters }) => {
    const values: Record<string, string | number> = {};
    for (const [name, value] of Object.entries<unknown>(parameters)) {
      if (isMoney(value)) values[name] = money(value.amount, value.currency, i18n.language);
      else if (typeof value === 'number') values[COUNTED.has(name) ? 'count' : name] = value;
      else values[name] = typeof value === 'string' ? value : '…';
    }
    return t(`event.${code}`, { ...values, defaultValue: text });
  };
}

/** What the plural of a line goes by. */
const COUNTED = new Set(['lines', 'pieces', 'news']);

const isMoney = (value: unknown): value is { amount: number; currency: string } =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;
