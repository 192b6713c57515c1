import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { moment } from '../format/moments';
import type { Typed } from './actions/command-fields';
import { type BuiltIn, commandWord, type DocumentOf, takesAway, wordsAbout } from './built-in/built-in';
import { DocumentLink } from './built-in/document-link';
import { useDocumentName } from '../documents/document-words';
import { StateBadge } from '../documents/state-badge';
import type { Order } from './order-queries';
import { partsOf } from './refund-parts';
import { useMoney } from './shown-money';

export type Ask = (command: string, typed: Typed) => void;

type Move = Extract<BuiltIn, { readonly kind: 'capture' | 'void' | 'refund' }>;

interface MovesProps {
  readonly order: Order;
  readonly paymentId: string;
  readonly onAsk: Ask;
}

/** What was taken, given up and given back of a payment, each with what may be asked about it. */
export function PaymentMoves({ order, paymentId, onAsk }: MovesProps) {
  const { t } = useTranslation('order');
  const moves = [
    ...order.captures.map((document) => ({ kind: 'capture', document }) as const),
    ...order.voids.map((document) => ({ kind: 'void', document }) as const),
    ...order.refunds.map((document) => ({ kind: 'refund', document }) as const),
  ].filter(({ document }) => document.paymentId === paymentId);
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
      {moves.map((built) => (
        <OneMove key={`${built.kind} ${built.document.id}`} order={order} built={built} onAsk={onAsk} />
      ))}
    </Stack>
  );
}

interface MoveProps extends Omit<MovesProps, 'paymentId'> {
  readonly built: Move;
}

function OneMove({ order, built, onAsk }: MoveProps) {
  const { kind, document: move } = built;
  const { t, i18n } = useTranslation('order');
  const shown = useMoney(order.currency);
  const name = useDocumentName()({ kind, type: kind, id: move.id, number: move.number });
  return (
    <li>
      <Group gap="xs">
        <DocumentLink orderId={order.orderId} kind={kind} id={move.id} fw={500}>
          {name}
        </DocumentLink>
        <Text size="sm">{shown(move.amount)}</Text>
        <StateBadge kind={kind} state={move.state} />
      </Group>
      <Text size="xs" c="dimmed">
        {[
          moment(move.settledAt ?? move.createdAt, i18n.language),
          move.outerId,
          move.attempts > 1 ? t('payments.attempts', { count: move.attempts }) : null,
          move.elsewhere === true ? t('payments.elsewhere') : null,
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
              color={takesAway(command) ? 'red' : 'ink'}
              onClick={() => onAsk(command, wordsAbout(built))}
            >
              {t(commandWord(built, command))}
            </Button>
          ))}
        </Group>
      )}
    </li>
  );
}

/** The parts of a refund in one line. */
function WhatFor({ order, refund }: { readonly order: Order; readonly refund: DocumentOf<'refund'> }) {
  const { t } = useTranslation('order');
  const shown = useMoney(order.currency);
  const parts = partsOf(order, refund, t, shown);
  if (parts.length === 0) return null;
  return <Text size="xs">{`${t('payments.for')}: ${parts.join(' · ')}`}</Text>;
}
