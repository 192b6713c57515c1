import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type TreeDocument, useDocumentName } from '../../documents/document-words';
import { StateBadge } from '../../documents/state-badge';
import { Fact } from '../fact';
import type { Order } from '../order-queries';
import { Section } from '../section';
import { useMoney } from '../shown-money';
import { DocumentLink } from './document-link';

interface AroundProps {
  readonly order: Order;
  readonly tree: readonly TreeDocument[];
  readonly kind: string;
  readonly id: string;
}

/** What it hangs under, and what hangs under it; nothing where it stands alone. */
export function Around({ order, tree, kind, id }: AroundProps) {
  const { t } = useTranslation('documents');
  const shown = useMoney(order.currency);
  const nameOf = useDocumentName();
  const parent = tree.find((each) => each.kind === kind && each.id === id)?.parent as TreeDocument['parent'];
  const above = tree.find((each) => each.kind === parent?.kind && each.id === parent.id);
  const below = tree.filter((each) => each.parent?.kind === kind && each.parent.id === id);
  if (above === undefined && below.length === 0) return null;
  const link = (each: TreeDocument) => (
    <DocumentLink orderId={order.orderId} kind={each.kind} id={each.id}>
      {nameOf(each)}
    </DocumentLink>
  );
  return (
    <Section title={t('around')}>
      <Stack gap={6}>
        {above !== undefined && <Fact name={t('under')}>{link(above)}</Fact>}
        {below.map((each) => (
          <Group key={`${each.kind} ${each.id}`} gap="xs" justify="space-between" wrap="nowrap">
            <Group gap="xs">
              {link(each)}
              <StateBadge kind={each.kind} type={each.type} state={each.state} />
            </Group>
            {each.amount !== null && <Text size="sm">{shown(each.amount)}</Text>}
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
