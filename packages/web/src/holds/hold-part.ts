import type { Order } from '@docket/sdk';
import { useTranslation } from 'react-i18next';

export type Hold = Order['holds'][number];

/** What a hold stands on, as people call it. */
export function useParts(order: Order): (on: Hold['on']) => string {
  const { t } = useTranslation('holds');
  return (on) => {
    if (on === null) return t('part.order');
    if (on.kind !== 'line') return t(`part.${on.kind}`, { id: on.id });
    const line = order.lines.find(({ id }) => id === on.id);
    return t('part.line', { id: on.id, name: line?.name ?? '' });
  };
}
