import { Anchor, Badge, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../format/moments';
import { useMay } from '../session/session';
import { ActionDrawer } from './actions/action-drawer';
import type { Typed } from './actions/command-fields';
import { CustomFields } from './custom-fields';
import { Fact } from './fact';
import { useMoney } from './shown-money';
import type { Order } from './order-queries';
import { type Ask, PaymentMoves } from './payment-moves';
import { Section } from './section';

type Payment = Order['payments'][number];

const COLOURS: Readonly<Partial<Record<Payment['status'], string>>> = {
  authorised: 'blue',
  captured: 'green',
  denied: 'red',
  pending: 'yellow',
};

/** What a payment shows as it was sent. */
const PLAIN = ['provider', 'expiry', 'holder', 'phone'] as const;
const FIGURES = ['authorised', 'captured', 'voided', 'refunded', 'capturing', 'voiding', 'refunding'] as const;

/** What takes money away is not offered in the colour of what leads on. */
const TAKING: ReadonlySet<string> = new Set(['void_payment', 'refund', 'cancel_payment']);

/** How it is paid: each payment with what was taken, given up and given back of it, and what may be asked about it. */
export function OrderPayments({ order, isPast }: { readonly order: Order; readonly isPast: boolean }) {
  const { t } = useTranslation('order');
  const [asked, ask] = useState<{ readonly command: string; readonly typed: Typed } | null>(null);
  return (
    <Section title={t('payments.title')}>
      {order.payments.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('payments.none')}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        {order.payments.map((payment) => (
          <PaymentFacts
            key={payment.id}
            order={order}
            payment={payment}
            isPast={isPast}
            onAsk={(command, typed) => ask({ command, typed })}
          />
        ))}
      </SimpleGrid>
      <ActionDrawer
        order={order}
        command={asked?.command ?? null}
        typed={asked?.typed ?? {}}
        onClose={() => ask(null)}
      />
    </Section>
  );
}

interface PaymentFactsProps {
  readonly order: Order;
  readonly payment: Payment;
  readonly isPast: boolean;
  readonly onAsk: Ask;
}

function PaymentFacts({ order, payment, isPast, onAsk }: PaymentFactsProps) {
  const { t, i18n } = useTranslation('order');
  const shown = useMoney(order.currency);
  const name = t('payments.payment', { id: payment.id, method: payment.method });
  const card = [payment.brand, payment.lastDigits === null ? null : `•••• ${payment.lastDigits}`]
    .filter(Boolean)
    .join(' ');
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Badge size="sm" variant="dot" tt="none" color={COLOURS[payment.status] ?? 'gray'}>
          {t(`payments.status.${payment.status}`)}
        </Badge>
      </Group>
      <Fact name={t('payments.amount')}>
        {shown(payment.amount)}
        {payment.installments > 1 && ` · ${t('payments.installments', { count: payment.installments })}`}
      </Fact>
      {card !== '' && <Fact name={t('payments.card')}>{card}</Fact>}
      {PLAIN.map(
        (name) =>
          payment[name] !== null && (
            <Fact key={name} name={t(`payments.${name}`)}>
              {payment[name]}
            </Fact>
          ),
      )}
      {FIGURES.map(
        (figure) =>
          (payment[figure] ?? 0) !== 0 && (
            <Fact key={figure} name={t(`payments.${figure}`)}>
              {shown(payment[figure])}
            </Fact>
          ),
      )}
      {payment.answeredAt !== null && (
        <Fact name={t('payments.answered')}>{moment(payment.answeredAt, i18n.language)}</Fact>
      )}
      {payment.dueAt !== null && <Fact name={t('payments.due')}>{moment(payment.dueAt, i18n.language)}</Fact>}
      {payment.transactionId !== null && <Fact name={t('payments.transaction')}>{payment.transactionId}</Fact>}
      {payment.link !== null && (
        <Fact name={t('payments.link')}>
          <Anchor href={payment.link} target="_blank" rel="noreferrer" size="sm" underline="always">
            {t('payments.openLink')}
          </Anchor>
        </Fact>
      )}
      {payment.may.length > 0 && (
        <Group gap={4} role="group" aria-label={t('payments.ask', { of: name })}>
          {payment.may.map((command) => (
            <Button
              key={command}
              size="compact-xs"
              variant="light"
              color={TAKING.has(command) ? 'red' : 'ink'}
              aria-label={`${t(`command.${command}`)}: ${name}`}
              onClick={() => onAsk(command, { paymentId: payment.id })}
            >
              {t(`command.${command}`)}
            </Button>
          ))}
        </Group>
      )}
      <PaymentLog order={order} payment={payment} />
      <PaymentMoves order={order} paymentId={payment.id} onAsk={onAsk} />
      <CustomFields order={order} target="payment" id={payment.id} values={payment.custom} isPast={isPast} of={name} />
    </Stack>
  );
}

/** The way to what was said to the provider of a payment. */
function PaymentLog({ order: { orderId }, payment: { id, provider } }: Pick<PaymentFactsProps, 'order' | 'payment'>) {
  const { t } = useTranslation('order');
  if (!useMay('payments.log') || provider === null) return null;
  return (
    <Anchor component={Link} to="/gateway-log" search={{ orderId, paymentId: id } as never} size="sm">
      <IconMessages size={14} style={{ verticalAlign: 'text-bottom' }} /> {t('payments.log')}
    </Anchor>
  );
}
