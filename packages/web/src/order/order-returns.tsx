import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../documents/state-badge';
import { day } from '../format/moments';
import { ActionDrawer } from './actions/action-drawer';
import type { Typed } from './actions/command-fields';
import { takesAway, wordsAbout } from './built-in/built-in';
import { DocumentLink } from './built-in/document-link';
import { ReturnFacts } from './built-in/return-facts';
import type { Order } from './order-queries';
import { Section } from './section';
import { useMoney } from './shown-money';

interface OrderReturnsProps {
  readonly order: Order;
  readonly isPast: boolean;
}

/** Goods that come back: how many pieces stand where, and what is to be done. */
export function OrderReturns({ order, isPast }: OrderReturnsProps) {
  const { t } = useTranslation('returns');
  const [asked, setAsked] = useState<{ readonly command: string; readonly typed: Typed } | null>(null);
  const mayAsk = !isPast && order.allowed.some(({ command, allowed }) => command === 'request_return' && allowed);
  if (order.returns.length === 0 && !mayAsk) return null;
  return (
    <Section
      title={t('title')}
      aside={
        mayAsk && (
          <Button size="compact-xs" variant="light" onClick={() => setAsked({ command: 'request_return', typed: {} })}>
            {t('request')}
          </Button>
        )
      }
    >
      {order.returns.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      )}
      {order.returns.map((returned) => (
        <OneReturn
          key={returned.id}
          order={order}
          returned={returned}
          onAsk={(command) => setAsked({ command, typed: wordsAbout({ kind: 'return', document: returned }) })}
        />
      ))}
      <ActionDrawer
        order={order}
        command={asked?.command ?? null}
        typed={asked?.typed ?? {}}
        onClose={() => setAsked(null)}
      />
    </Section>
  );
}

interface OneReturnProps {
  readonly order: Order;
  readonly returned: Order['returns'][number];
  readonly onAsk: (command: string) => void;
}

function OneReturn({ order, returned, onAsk }: OneReturnProps) {
  const { t, i18n } = useTranslation(['returns', 'order']);
  const shown = useMoney(order.currency);
  return (
    <Stack gap={4} component="article" aria-label={t('of', { number: returned.number })}>
      <Group justify="space-between">
        <Group gap="xs">
          <DocumentLink orderId={order.orderId} kind="return" id={returned.id} fw={600}>
            {returned.number}
          </DocumentLink>
          <Text size="xs" c="dimmed">
            {day(returned.requestedAt, i18n.language)} · {t(`by.${returned.requestedBy}`)}
          </Text>
        </Group>
        <StateBadge kind="return" state={returned.status} size="md" />
      </Group>
      <ReturnFacts order={order} returned={returned} />
      {returned.may.includes('settle_return') && (
        <Text size="xs" c="dimmed">
          {t('worth', { goods: shown(returned.worth), all: shown(returned.worthWithShipping) })}
        </Text>
      )}
      <Group gap="xs">
        {returned.may.map((command) => (
          <Button
            key={command}
            size="compact-xs"
            variant="light"
            color={takesAway(command) ? 'red' : 'ink'}
            onClick={() => onAsk(command)}
          >
            {t(`order:command.${command}`)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
