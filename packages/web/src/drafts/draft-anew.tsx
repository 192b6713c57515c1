import { Alert, Button, Group, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Order } from '../order/order-queries';
import { useChangeWords } from './change-words';
import { type DraftContent, isSame, type EditChange } from './draft-changes';

interface DraftAnewProps {
  readonly order: Order;
  readonly mine: DraftContent;
  /** As somebody else wrote it since. */
  readonly theirs: DraftContent;
  readonly disabled: boolean;
  readonly onTake: () => void;
  readonly onKeep: () => void;
}

/** Changes drawn at once. */
const SHOWN = 20;

/** What somebody else made of the draft while it was looked at here, and which of both goes on. */
export function DraftAnew({ order, mine, theirs, disabled, onTake, onKeep }: DraftAnewProps) {
  const { t } = useTranslation('drafts');
  const terms = (['promotions', 'settle', 'reason'] as const).filter((term) => mine[term] !== theirs[term]);
  return (
    <Alert color="yellow" role="status">
      <Text size="sm" fw={650} mb={4}>
        {t('anew.title')}
      </Text>
      <Only title={t('anew.theirs')} changes={beyond(theirs.changes, mine.changes)} order={order} />
      <Only title={t('anew.mine')} changes={beyond(mine.changes, theirs.changes)} order={order} />
      {terms.length > 0 && (
        <Text size="sm">{t('anew.terms', { terms: terms.map((term) => t(`anew.term.${term}`)).join(', ') })}</Text>
      )}
      <Group mt="xs" gap="xs">
        <Button size="xs" variant="default" disabled={disabled} onClick={onTake}>
          {t('anew.take')}
        </Button>
        <Button size="xs" variant="default" disabled={disabled} onClick={onKeep}>
          {t('anew.keep')}
        </Button>
      </Group>
    </Alert>
  );
}

const beyond = (changes: readonly EditChange[], others: readonly EditChange[]): readonly EditChange[] =>
  changes.filter((change) => !others.some((other) => isSame(change, other)));

interface OnlyProps {
  readonly title: string;
  readonly changes: readonly EditChange[];
  readonly order: Order;
}

function Only({ title, changes, order }: OnlyProps) {
  const { t } = useTranslation('drafts');
  const wordsOf = useChangeWords(order);
  if (changes.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <List size="sm" spacing={2}>
        {changes.slice(0, SHOWN).map((change, index) => (
          <List.Item key={`${change.change} ${index}`}>{wordsOf(change)}</List.Item>
        ))}
      </List>
      {changes.length > SHOWN && <Text size="sm">{t('moreChanges', { count: changes.length - SHOWN })}</Text>}
    </>
  );
}
