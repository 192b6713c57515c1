import { Alert, Button, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Order } from '../order/order-queries';

interface DraftConflictsProps {
  readonly order: Order;
  /** As the server names them: `lines/2/quantity`. */
  readonly conflicts: readonly string[];
  readonly disabled: boolean;
  readonly onRebase: () => void;
}

/** What somebody else changed of what the draft touches, in words, and the way to keep the draft all the same. */
export function DraftConflicts({ order, conflicts, disabled, onRebase }: DraftConflictsProps) {
  const { t } = useTranslation('drafts');
  const wordsOf = useConflictWords(order);
  if (conflicts.length === 0) return null;
  return (
    <Alert color="yellow" role="status">
      <Text size="sm" fw={650} mb={4}>
        {t('conflicts')}
      </Text>
      <List size="sm" spacing={2}>
        {conflicts.map((conflict) => (
          <List.Item key={conflict}>{wordsOf(conflict)}</List.Item>
        ))}
      </List>
      <Button mt="xs" size="xs" variant="default" disabled={disabled} onClick={onRebase}>
        {t('rebase')}
      </Button>
    </Alert>
  );
}

function useConflictWords(order: Order): (conflict: string) => string {
  const { t } = useTranslation('drafts');
  const nameIn = (items: readonly { readonly id: string; readonly name: string }[], id: string): string | undefined =>
    items.find((item) => item.id === id)?.name;
  return (conflict) => {
    const [what = '', id = '', field] = conflict.split('/');
    switch (what) {
      case 'lines': {
        const name = nameIn(order.lines, id);
        if (name === undefined) return t('conflict.lineGone', { id });
        return field === undefined
          ? t('conflict.lineNew', { name })
          : t('conflict.line', { name, field: t(`conflict.field.${field}`, { defaultValue: field }) });
      }
      case 'discounts':
        return t('conflict.discount', { name: nameIn(order.discounts, id) ?? id });
      case 'adjustments':
        return t('conflict.adjustment', { name: nameIn(order.adjustments, id) ?? id });
      case 'deliveries':
        return t(field === undefined ? 'conflict.delivery' : 'conflict.address', { id });
      case 'payments':
        return t('conflict.payment', { id });
      default:
        return t(`conflict.${what}`, { defaultValue: conflict });
    }
  };
}
