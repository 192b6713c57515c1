import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { moment } from '../format/moments';
import { Fact } from './fact';
import type { Order } from './order-queries';
import { Section } from './section';

/** What staff keep with the order: who has it, its tags, their notes. Written by the commands beside it. */
export function OrderNotes({ order }: { readonly order: Order }) {
  const { t, i18n } = useTranslation('order');
  return (
    <Section title={t('notes.title')}>
      <Fact name={t('notes.assignee')}>{order.assignee ?? t('notes.nobody')}</Fact>
      {order.tags.length > 0 && (
        <Group gap={6}>
          {order.tags.map((tag) => (
            <Badge key={tag} variant="light" tt="none">
              {tag}
            </Badge>
          ))}
        </Group>
      )}
      {order.notes.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('notes.none')}
        </Text>
      )}
      {order.notes.map(({ id, at, by, text }) => (
        <Stack key={id} gap={0}>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {text ?? '…'}
          </Text>
          <Text size="xs" c="dimmed">
            {by} · {moment(at, i18n.language)}
          </Text>
        </Stack>
      ))}
    </Section>
  );
}
