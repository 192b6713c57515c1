import type { Order } from '@docket/sdk';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { treeQuery, useDocumentName } from '../documents/document-words';

export type Hold = Order['holds'][number];

/** What a hold stands on, as people call it. */
export function useParts(order: Order): (on: Hold['on']) => string {
  const { t } = useTranslation('holds');
  const tree = useQuery(treeQuery(order.orderId, order.version));
  const nameOf = useDocumentName();
  return (on) => {
    if (on === null) return t('part.order');
    if (on.kind !== 'line') {
      const document = tree.data?.find(({ kind, id }) => kind === on.kind && id === on.id);
      return nameOf(document ?? { kind: on.kind, type: on.kind, id: on.id, number: null });
    }
    const line = order.lines.find(({ id }) => id === on.id);
    return t('part.line', { id: on.id, name: line?.name ?? '' });
  };
}
