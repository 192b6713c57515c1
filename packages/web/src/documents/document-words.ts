import type { AnswerOf } from '@docket/sdk';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { orderKey } from '../order/order-queries';
import { statusLabel, typeLabel, typesQuery } from './definitions';

/** A document as the tree of its order has it, whatever its kind. */
export type TreeDocument = AnswerOf<'listOrderDocuments'>['items'][number];

/** Every document of an order, each after what it hangs under. `version`: of the order; `then`: it is one of the past. */
export const treeQuery = (orderId: string, version: number, then = false) =>
  queryOptions({
    queryKey: [...orderKey(orderId), 'documents', version],
    queryFn: async ({ signal }) =>
      (await docket.call('listOrderDocuments', { path: { orderId }, query: then ? { version } : {} }, { signal }))
        .items,
  });

/** What people call a document: `Payment 2026-000123-P1`, `Warranty WA-00001`. */
export function useDocumentName(): (document: Pick<TreeDocument, 'kind' | 'type' | 'id' | 'number'>) => string {
  const { t, i18n } = useTranslation('documents');
  const { data: types = [] } = useQuery(typesQuery);
  return ({ kind, type, id, number }) => {
    const own = types.find((each) => each.type === type);
    return `${kind === 'custom' ? typeLabel(own, type, i18n.language) : t(`kinds.${kind}`)} ${number ?? id}`;
  };
}

/** The word of a state, of built-in kinds and of the account's own. */
export function useStateWord(): (document: { kind: string; type?: string; state: string }) => string {
  const { t, i18n } = useTranslation('documents');
  const { data: types = [] } = useQuery(typesQuery);
  return ({ kind, type, state }) => {
    if (kind !== 'custom') return t(`states.${kind}.${state}`);
    if (state === 'cancelled') return t('cancelled');
    return statusLabel(
      types.find((each) => each.type === type),
      state,
      i18n.language,
    );
  };
}
