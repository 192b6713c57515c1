import { Anchor, Badge, Button, Group, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { day } from '../format/moments';
import { ActionDrawer } from './actions/action-drawer';
import type { Typed } from './actions/command-fields';
import type { Order } from './order-queries';
import { useReasonName } from './return-reasons';
import { Section } from './section';
import { useMoney } from './shown-money';

type Return = Order['returns'][number];

/** What each state is asked next. Whether it may be asked, the server says. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  requested: ['authorise_return', 'decline_return', 'withdraw_return'],
  authorised: ['receive_return', 'withdraw_return', 'close_return'],
  partly_authorised: ['receive_return', 'withdraw_return', 'close_return'],
  received: ['inspect_return', 'receive_return', 'settle_return', 'close_return'],
  inspected: ['settle_return', 'receive_return', 'close_return'],
  settled: ['receive_return', 'close_return'],
};

export const RETURN_COLOURS: Readonly<Record<string, string>> = {
  requested: 'yellow',
  received: 'yellow',
  inspected: 'yellow',
  settled: 'green',
  declined: 'gray',
  withdrawn: 'gray',
  closed: 'gray',
};

interface OrderReturnsProps {
  readonly order: Order;
  readonly isPast: boolean;
}

/** Goods that come back: how many pieces stand where, and what is to be done. */
export function OrderReturns({ order, isPast }: OrderReturnsProps) {
  const { t } = useTranslation('returns');
  const [asked, setAsked] = useState<{ readonly command: string; readonly typed: Typed } | null>(null);
  const allows = (command: string): boolean =>
    !isPast && order.allowed.some((each) => each.command === command && each.allowed);
  const mayAsk = allows('request_return');
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
          commands={(NEXT[returned.status] ?? []).filter(allows)}
          onAsk={(command) =>
            setAsked({
              command,
              typed: {
                returnId: returned.id,
                resolution: returned.resolution,
                ...(returned.resolution === 'exchange' ? { exchange: { lines: [] } } : {}),
              },
            })
          }
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
  readonly returned: Return;
  readonly commands: readonly string[];
  readonly onAsk: (command: string) => void;
}

function OneReturn({ order, returned, commands, onAsk }: OneReturnProps) {
  const { t, i18n } = useTranslation(['returns', 'order']);
  const shown = useMoney(order.currency);
  const nameOf = useReasonName();
  const lines = new Map(order.lines.map(({ id, name }) => [id, name]));
  return (
    <Stack gap={4} component="article" aria-label={t('of', { number: returned.number })}>
      <Group justify="space-between">
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {returned.number}
          </Text>
          <Text size="xs" c="dimmed">
            {day(returned.requestedAt, i18n.language)} · {t(`by.${returned.requestedBy}`)}
          </Text>
        </Group>
        <Badge variant="dot" tt="none" fw={500} color={RETURN_COLOURS[returned.status] ?? 'blue'}>
          {t(`state.${returned.status}`)}
        </Badge>
      </Group>
      <Table.ScrollContainer minWidth={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing={2} fz="xs" aria-label={t('pieces')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('line')}</Table.Th>
              {COUNTS.map((count) => (
                <Table.Th key={count} ta="right">
                  {t(`count.${count}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {returned.lines.map((line) => (
              <Table.Tr key={line.lineId}>
                <Table.Td>
                  {lines.get(line.lineId) ?? line.lineId}
                  <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                    {nameOf(line.reason)}
                    {line.comment !== null && `: ${line.comment}`}
                  </Text>
                </Table.Td>
                {COUNTS.map((count) => (
                  <Table.Td key={count} ta="right">
                    {line[count]}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Words words={[returned.exceptionReason, returned.instructions, returned.declineReason, returned.closeReason]} />
      {returned.settlements.map((settlement) => (
        <Text key={settlement.at} size="xs">
          {t('settled', {
            value: shown(settlement.value),
            refunded: shown(settlement.refunded),
            paper: settlement.invoiceNumber ?? '–',
          })}
          {settlement.storeCredit !== undefined && ` · ${t('credited', { amount: shown(settlement.storeCredit) })}`}
          {settlement.exchange !== undefined && (
            <>
              {' · '}
              <Anchor component={Link} to={`/orders/${encodeURIComponent(settlement.exchange.orderId)}`} size="xs">
                {t('exchangedFor', { order: settlement.exchange.orderId, amount: shown(settlement.exchange.amount) })}
              </Anchor>
            </>
          )}
        </Text>
      ))}
      {commands.includes('settle_return') && (
        <Text size="xs" c="dimmed">
          {t('worth', { goods: shown(returned.worth), all: shown(returned.worthWithShipping) })}
        </Text>
      )}
      <Group gap="xs">
        {commands.map((command) => (
          <Button
            key={command}
            size="compact-xs"
            variant="light"
            color={TAKING.has(command) ? 'red' : 'ink'}
            onClick={() => onAsk(command)}
          >
            {t(`order:command.${command}`)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

const COUNTS = ['requested', 'authorised', 'received', 'accepted', 'rejected', 'settled'] as const;
const TAKING: ReadonlySet<string> = new Set(['decline_return', 'withdraw_return', 'close_return']);

const Words = ({ words }: { readonly words: readonly (string | null)[] }) =>
  words.flatMap((text, index) =>
    text === null
      ? []
      : [
          <Text key={index} size="xs" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {text}
          </Text>,
        ],
  );
