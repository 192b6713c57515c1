import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { moment } from '../format/moments';
import type { DraftOrderRow } from './draft-order-queries';

/** What is held of stock for a draft order, and until when. */
export function Reserved({ draft }: { readonly draft: DraftOrderRow }) {
  const { t, i18n } = useTranslation('draft-orders');
  const { stockPolicy, reservedUntil, expiresAt } = draft;
  const pieces = (draft.reserved as readonly { readonly quantity: number }[]).reduce(
    (sum, { quantity }) => sum + quantity,
    0,
  );
  if (pieces === 0) {
    const over = stockPolicy !== 'none' && (draft.state === 'open' || draft.state === 'sent');
    return (
      <Text size="sm" c="dimmed">
        {t(over ? 'holdsNothingNow' : 'holdsNothing')}
      </Text>
    );
  }
  const until = stockPolicy === 'soft' ? earlier(reservedUntil, expiresAt) : expiresAt;
  return (
    <Text size="sm">
      {t('holds', { count: pieces })}
      <Text span display="block" size="xs" c="dimmed">
        {until === null ? t('untilItEnds') : t('until', { at: moment(until, i18n.language) })}
      </Text>
    </Text>
  );
}

const earlier = (a: string | null, b: string | null): string | null =>
  [a, b].filter((at) => at !== null).sort()[0] ?? null;
