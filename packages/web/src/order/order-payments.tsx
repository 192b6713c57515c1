import { Badge, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { moment } from '../format/moments';
import { CustomFields } from './custom-fields';
import { Fact } from './fact';
import { useMoney } from './shown-money';
import type { Order } from './order-queries';
import { Section } from './section';

type Payment = Order['payments'][number];

const COLOURS: Readonly<Partial<Record<Payment['status'], string>>> = {
  authorised: 'blue',
  captured: 'green',
  denied: 'red',
  pending: 'yellow',
};

/** How it is paid, and what became of each payment. */
export function OrderPayments({ order, isPast }: { readonly order: Order; readonly isPast: boolean }) {
  const { t } = useTranslation('order');
  return (
    <Section title={t('payments.title')}>
      {order.payments.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('payments.none')}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        {order.payments.map((payment) => (
          <PaymentFacts key={payment.id} order={order} payment={payment} isPast={isPast} />
        ))}
      </SimpleGrid>
    </Section>
  );
}

interface PaymentFactsProps {
  readonly order: Order;
  readonly payment: Payment;
  readonly isPast: boolean;
}

function PaymentFacts({ order, payment, isPast }: PaymentFactsProps) {
  const { t, i18n } = useTranslation('order');
  const shown = useMoney(order.currency);
  const card = [payment.brand, payment.lastDigits === null ? null : `•••• ${payment.lastDigits}`]
    .filter(Boolean)
    .join(' ');
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {t('payments.payment', { id: payment.id, method: payment.method })}
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
      {(['authorised', 'captured', 'voided', 'refunded'] as const).map(
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
      <CustomFields
        order={order}
        target="payment"
        id={payment.id}
        values={payment.custom}
        isPast={isPast}
        of={t('payments.payment', { id: payment.id, method: payment.method })}
      />
    </Stack>
  );
}
