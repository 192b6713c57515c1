import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { moment } from '../format/moments';
import type { Order } from './order-queries';
import { useMoney } from './shown-money';
import type { Typed } from './actions/command-fields';

type Refund = Order['refunds'][number];
type Move = Order['captures'][number] | Order['voids'][number] | Refund;
export type Ask = (command: string, typed: Typed) => void;

const COLOURS: Readonly<Partial<Record<Move['state'], string>>> = {
  requested: 'yellow',
  settled: 'green',
  failed: 'red',
};

interface MovesProps {
  readonly order: Order;
  readonly paymentId: string;
  readonly onAsk: Ask;
}

/** What was taken, given up and given back of a payment, each with what may be asked about it. */
export function PaymentMoves({ order, paymentId, onAsk }: MovesProps) {
  const { t } = useTranslation('order');
  const kinds = [
    ['capture', order.captures],
    ['void', order.voids],
    ['refund', order.refunds],
  ] as const;
  const moves = kinds.flatMap(([kind, all]: readonly [string, readonly Move[]]) =>
    all.filter((move) => move.paymentId === paymentId).map((move) => ({ kind, move })),
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
  readonly kind: string;
  readonly move: Move;
}

function OneMove({ order, kind, move, onAsk }: MoveProps) {
  const { t, i18n } = useTranslation('order');
  const shown = useMoney(order.currency);
  const name = t('payments.more', { kind: t(`payments.kind.${kind}`), number: move.number });
  return (
    <li>
      <Group gap="xs">
        <Text size="sm" fw={500}>
          {name}
        </Text>
        <Text size="sm">{shown(move.amount)}</Text>
        <Badge size="sm" variant="dot" tt="none" color={COLOURS[move.state] ?? 'gray'}>
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
              onClick={() =>
                onAsk(command, {
                  [`${kind}Id`]: move.id,
                  ...(move.state === 'settled' ? { reversed: true } : {}),
                })
              }
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
  const nameOf = (lineId: string): string => order.lines.find(({ id }) => id === lineId)?.name ?? lineId;
  const parts = [
    ...refund.items.map(
      ({ lineId, quantity, amount }) =>
        `${t('payments.part.pieces', { quantity, name: nameOf(lineId) })} ${shown(amount)}`,
    ),
    ...(['shipping', 'goodwill', 'overpaid'] as const).flatMap((part) =>
      (refund[part] ?? 0) === 0 ? [] : [`${t(`payments.part.${part}`)} ${shown(refund[part])}`],
    ),
    ...(refund.cause === 'refund' ? [] : [t(`payments.part.${refund.cause}`, { number: refund.returnInvoice ?? '' })]),
    refund.reasonCode,
    refund.reason,
  ].filter((part) => part !== null && part !== '');
  if (parts.length === 0) return null;
  return <Text size="xs">{`${t('payments.for')}: ${parts.join(' · ')}`}</Text>;
}
