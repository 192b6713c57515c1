import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { moment } from '../format/moments';
import type { Typed } from './actions/command-fields';
import { addressOfMove, type MoneyKind, type Move, MOVE_COLOURS, moveNames, movesOf, type Refund } from './money-moves';
import type { Order } from './order-queries';
import { partsOf } from './refund-parts';
import { useMoney } from './shown-money';

export type Ask = (command: string, typed: Typed) => void;

const KINDS = ['capture', 'void', 'refund'] as const;

interface MovesProps {
  readonly order: Order;
  readonly paymentId: string;
  readonly onAsk: Ask;
}

/** What was taken, given up and given back of a payment, each with what may be asked about it. */
export function PaymentMoves({ order, paymentId, onAsk }: MovesProps) {
  const { t } = useTranslation('order');
  const moves = KINDS.flatMap((kind) =>
    movesOf(order, kind)
      .filter((move) => move.paymentId === paymentId)
      .map((move) => ({ kind, move })),
  );
  if (moves.length === 0) return null;
  return (
    <Stack
      component="ul"
      aria-label={t('payments.moves')}
      gap="xs"
      m={0}
      pl="sm"
      style={{ listStyle: 'none', borderLeft: '2px solid var(--mantine-color-default-border)' }}
    >
      {moves.map(({ kind, move }) => (
        <OneMove key={`${kind} ${move.id}`} order={order} kind={kind} move={move} onAsk={onAsk} />
      ))}
    </Stack>
  );
}

interface MoveProps extends Omit<MovesProps, 'paymentId'> {
  readonly kind: MoneyKind;
  readonly move: Move;
}

function OneMove({ order, kind, move, onAsk }: MoveProps) {
  const { t, i18n } = useTranslation('order');
  const shown = useMoney(order.currency);
  const name = t('payments.more', { kind: t(`payments.kind.${kind}`), number: move.number });
  return (
    <li>
      <Group gap="xs">
        <Anchor component={Link} to={addressOfMove(order.orderId, kind, move.id)} size="sm" fw={500}>
          {name}
        </Anchor>
        <Text size="sm">{shown(move.amount)}</Text>
        <Badge size="sm" variant="dot" tt="none" color={MOVE_COLOURS[move.state] ?? 'gray'}>
          {t(`payments.state.${move.state}`)}
        </Badge>
      </Group>
      <Text size="xs" c="dimmed">
        {[
          moment(move.settledAt ?? move.createdAt, i18n.language),
          move.outerId,
          move.attempts > 1 ? t('payments.attempts', { count: move.attempts }) : null,
          'invoice' in move && move.invoice !== null ? t('payments.invoice', { number: move.invoice }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {'items' in move && <WhatFor order={order} refund={move} />}
      {move.failure !== null && (
        <Text size="xs" c="red">
          {t('payments.failed', { why: move.failure })}
        </Text>
      )}
      {(move.beyond ?? 0) > 0 && (
        <Text size="xs" c="red">
          {t('payments.beyond', { amount: shown(move.beyond) })}
        </Text>
      )}
      {move.may.length > 0 && (
        <Group gap={4} role="group" aria-label={t('payments.ask', { of: name })}>
          {move.may.map((command) => (
            <Button
              key={command}
              size="compact-xs"
              variant="subtle"
              color={/^(?:fail|abandon)_/.test(command) ? 'red' : 'ink'}
              onClick={() => onAsk(command, moveNames(kind, move))}
            >
              {t(move.state === 'settled' ? 'payments.reverse' : `command.${command}`)}
            </Button>
          ))}
        </Group>
      )}
    </li>
  );
}

/** The parts of a refund in one line. */
function WhatFor({ order, refund }: { readonly order: Order; readonly refund: Refund }) {
  const { t } = useTranslation('order');
  const shown = useMoney(order.currency);
  const parts = partsOf(order, refund, t, shown);
  if (parts.length === 0) return null;
  return <Text size="xs">{`${t('payments.for')}: ${parts.join(' · ')}`}</Text>;
}
