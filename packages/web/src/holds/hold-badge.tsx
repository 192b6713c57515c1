import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Hold } from './hold-part';
import { useHoldTypeName } from './hold-type';

/** That something about the order waits, in two words. */
export function HoldBadge({ holds }: { readonly holds: readonly Hold[] }) {
  const { t } = useTranslation('holds');
  const nameOf = useHoldTypeName();
  const open = holds.filter(({ released }) => released === null);
  if (open.length === 0) return null;
  const types = [...new Set(open.map(({ holdType }) => nameOf(holdType)))];
  return (
    <Badge color="orange" variant="dot" tt="none" title={types.join(', ')}>
      {t('onHold')}
    </Badge>
  );
}
