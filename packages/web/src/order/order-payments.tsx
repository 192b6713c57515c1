import { Anchor, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../documents/state-badge';
import { useMay } from '../session/session';
import { ActionDrawer } from './actions/action-drawer';
import type { Typed } from './actions/command-fields';
import { takesAway } from './built-in/built-in';
import { DocumentLink } from './built-in/document-link';
import { PaymentFacts } from './built-in/payment-facts';
import { CustomFields } from './custom-fields';
import type { Order } from './order-queries';
import { type Ask, PaymentMoves } from './payment-moves';
import { Section } from './section';

type Payment = Order['payments'][number];

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
          <OnePayment
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

interface OnePaymentProps {
  readonly order: Order;
  readonly payment: Payment;
  readonly isPast: boolean;
  readonly onAsk: Ask;
}

function OnePayment({ order, payment, isPast, onAsk }: OnePaymentProps) {
  const { t } = useTranslation('order');
  const name = t('payments.payment', { id: payment.id, method: payment.method });
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <DocumentLink orderId={order.orderId} kind="payment" id={payment.id} fw={600}>
          {name}
        </DocumentLink>
        <StateBadge kind="payment" state={payment.status} />
      </Group>
      <PaymentFacts order={order} payment={payment} />
      {payment.may.length > 0 && (
        <Group gap={4} role="group" aria-label={t('payments.ask', { of: name })}>
          {payment.may.map((command) => (
            <Button
              key={command}
              size="compact-xs"
              variant="light"
              color={takesAway(command) ? 'red' : 'ink'}
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
function PaymentLog({ order: { orderId }, payment: { id, provider } }: Pick<OnePaymentProps, 'order' | 'payment'>) {
  const { t } = useTranslation('order');
  if (!useMay('payments.log') || provider === null) return null;
  return (
    <Anchor component={Link} to="/gateway-log" search={{ orderId, paymentId: id } as never} size="sm">
      <IconMessages size={14} style={{ verticalAlign: 'text-bottom' }} /> {t('payments.log')}
    </Anchor>
  );
}
