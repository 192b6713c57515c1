import { Anchor, Badge, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MomentText } from '../parts/moment-text';
import { PageFrame } from '../parts/page-frame';
import { Failed, Waiting } from '../parts/state-of-page';
import { ExchangeList } from '../payments/exchange-list';
import { useMay } from '../session/session';
import { ActionDrawer } from './actions/action-drawer';
import { Fact } from './fact';
import { isMoneyKind, type Move, type MoneyKind, MOVE_COLOURS, moveNames, movesOf } from './money-moves';
import { MoneyHistory } from './money-history';
import { type Order, presentQuery } from './order-queries';
import { partsOf } from './refund-parts';
import { Section } from './section';
import { useMoney } from './shown-money';

/** One capture, void or refund: what it is about, what was said to its provider, all that happened to it, and what may be asked. */
export function MoneyPage() {
  const { t } = useTranslation(['order', 'documents']);
  const params: { orderId?: string; kind?: string; moneyId?: string } = useParams({ strict: false });
  const { orderId = '', kind = '', moneyId = '' } = params;
  const order = useQuery(presentQuery(orderId));
  if (order.data === undefined) {
    return (
      <PageFrame title={t('documents:document')}>
        {order.error === null ? (
          <Waiting lines={8} />
        ) : (
          <Failed error={order.error} onRetry={() => void order.refetch()} />
        )}
      </PageFrame>
    );
  }
  const move = isMoneyKind(kind) ? movesOf(order.data, kind).find(({ id }) => id === moneyId) : undefined;
  if (move === undefined || !isMoneyKind(kind))
    return <PageFrame title={t('documents:document')}>{t('documents:lost')}</PageFrame>;
  return <Shown order={order.data} kind={kind} move={move} />;
}

interface ShownProps {
  readonly order: Order;
  readonly kind: MoneyKind;
  readonly move: Move;
}

function Shown({ order, kind, move }: ShownProps) {
  const { t } = useTranslation(['order', 'documents', 'payments']);
  const seesLog = useMay('payments.log');
  const { provider = null } = order.payments.find(({ id }) => id === move.paymentId) ?? {};
  return (
    <PageFrame
      title={t('payments.more', { kind: t(`payments.kind.${kind}`), number: move.number })}
      actions={
        <Group gap="xs">
          <Badge variant="dot" tt="none" color={MOVE_COLOURS[move.state] ?? 'gray'}>
            {t(`payments.state.${move.state}`)}
          </Badge>
          <Asking order={order} kind={kind} move={move} />
        </Group>
      }
    >
      <Anchor component={Link} to={`/orders/${encodeURIComponent(order.orderId)}`} size="sm">
        {t('documents:toOrder', { number: order.number ?? order.orderId })}
      </Anchor>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" style={{ alignItems: 'start' }}>
        <Facts order={order} kind={kind} move={move} />
        <MoneyHistory order={order} kind={kind} id={move.id} />
      </SimpleGrid>
      {seesLog && provider !== null && (
        <Section title={t('payments:log.title')}>
          <Text size="sm" c="dimmed">
            {t('payments:log.ofMoney', { provider })}
          </Text>
          <ExchangeList isOfOrder filter={{ orderId: order.orderId, paymentId: move.paymentId, operation: kind }} />
        </Section>
      )}
    </PageFrame>
  );
}

function Facts({ order, kind, move }: ShownProps) {
  const { t } = useTranslation(['order', 'documents']);
  const shown = useMoney(order.currency);
  const payment = order.payments.find(({ id }) => id === move.paymentId);
  return (
    <Section title={t('documents:facts')}>
      <Stack gap={6}>
        <Fact name={t('payments.amount')}>{shown(move.amount)}</Fact>
        {payment !== undefined && (
          <Fact name={t('documents:under')}>
            {t('payments.payment', { id: payment.id, method: payment.method })}
            {payment.provider !== null && ` · ${payment.provider}`}
          </Fact>
        )}
        <Fact name={t('payments.outerId')}>{move.outerId ?? '–'}</Fact>
        <Fact name={t('documents:created')}>
          <MomentText at={move.createdAt} />
        </Fact>
        <Fact name={t('payments.settledAt')}>
          <MomentText at={move.settledAt} />
        </Fact>
        <Fact name={t('payments.tries')}>{move.attempts}</Fact>
        {'invoice' in move && move.invoice !== null && (
          <Fact name={t('payments.for')}>{t('payments.invoice', { number: move.invoice })}</Fact>
        )}
        {kind === 'refund' && 'items' in move && (
          <Fact name={t('payments.for')}>
            {partsOf(order, move, t, shown).map((part) => (
              <div key={part}>{part}</div>
            ))}
          </Fact>
        )}
        {(move.beyond ?? 0) > 0 && (
          <Text size="sm" c="var(--mantine-color-error)">
            {t('payments.beyond', { amount: shown(move.beyond) })}
          </Text>
        )}
        {move.failure !== null && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t('payments.failed', { why: move.failure })}
          </Text>
        )}
      </Stack>
    </Section>
  );
}

/** Asking again, giving up, and saying what the provider did. */
function Asking({ order, kind, move }: ShownProps) {
  const { t } = useTranslation('order');
  const [asked, ask] = useState<string | null>(null);
  return (
    <>
      {move.may.map((command) => (
        <Button
          key={command}
          size="xs"
          variant={command.startsWith('retry_') ? 'filled' : 'default'}
          {...(/^(?:fail|abandon)_/.test(command) ? { c: 'var(--mantine-color-error)' } : {})}
          onClick={() => ask(command)}
        >
          {t(move.state === 'settled' ? 'payments.reverse' : `command.${command}`)}
        </Button>
      ))}
      <ActionDrawer order={order} command={asked} typed={moveNames(kind, move)} onClose={() => ask(null)} />
    </>
  );
}
