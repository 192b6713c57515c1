import type { AnswerOf } from '@docket/sdk';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';

type ReturnReason = AnswerOf<'getReturnReason'>;

/** Under `['settings']` lies all that a change of a setting makes stale. */
const everyReason = queryOptions({
  queryKey: ['settings', 'return-reasons', 'choices'],
  queryFn: () => docket.call('listReturnReason', { query: { limit: 1_000 } }),
});

/** In the language of the reader, else in English, else in any. */
export const labelIn = (labels: Readonly<Record<string, string>>, language: string): string =>
  labels[language] ?? labels['en'] ?? Object.values(labels)[0] ?? '';

export function useReasonName(): (reason: string) => string {
  const { i18n } = useTranslation();
  const reasons = useQuery(everyReason);
  const names = new Map(
    (reasons.data?.items ?? []).map(({ reason, labels }) => [reason, labelIn(labels, i18n.language)]),
  );
  return (reason) => names.get(reason) ?? reason;
}

/** What may be chosen for this use, in the language of the reader. */
export function useReasons(use: ReturnReason['use']): readonly { readonly value: string; readonly label: string }[] {
  const { i18n } = useTranslation();
  const reasons = useQuery(everyReason);
  return (reasons.data?.items ?? [])
    .filter((each) => each.active && each.use === use)
    .map(({ reason, labels }) => ({ value: reason, label: labelIn(labels, i18n.language) }));
}
