import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { moment } from '../../format/moments';
import { Facts } from '../fact';
import type { Order } from '../order-queries';
import { useMoney } from '../shown-money';
import type { DocumentOf } from './built-in';

/** What a payment shows as it was sent. */
const PLAIN = ['provider', 'expiry', 'holder', 'phone', 'token'] as const;
const FIGURES = ['authorised', 'captured', 'voided', 'refunded', 'capturing', 'voiding', 'refunding'] as const;

interface PaymentFactsProps {
  readonly order: Order;
  readonly payment: DocumentOf<'payment'>;
}

/** How it is paid, and what of it was authorised, taken, given up and given back. */
export function PaymentFacts({ order, payment }: PaymentFactsProps) {
  const { t, i18n } = useTranslation('order');
  const shown = useMoney(order.currency);
  const at = (instant: string | null): string | null => (instant === null ? null : moment(instant, i18n.language));
  const card = [payment.brand, payment.lastDigits === null ? null : `•••• ${payment.lastDigits}`]
    .filter(Boolean)
    .join(' ');
  return (
    <Facts
      facts={[
        [
          t('payments.amount'),
          [
            shown(payment.amount),
            payment.installments > 1 ? t('payments.installments', { count: payment.installments }) : null,
          ]
            .filter(Boolean)
            .join(' · '),
        ],
        [t('payments.card'), card],
        ...PLAIN.map((name) => [t(`payments.${name}`), payment[name]] as const),
        [t('payments.capture'), t(`choice.capture.${payment.capture}`)],
        ...FIGURES.map(
          (figure) => [t(`payments.${figure}`), (payment[figure] ?? 0) === 0 ? null : shown(payment[figure])] as const,
        ),
        [t('payments.answered'), at(payment.answeredAt)],
        [t('payments.due'), at(payment.dueAt)],
        [t('payments.transaction'), payment.transactionId],
        [
          t('payments.link'),
          payment.link === null ? null : (
            <Anchor href={payment.link} target="_blank" rel="noreferrer" size="sm" underline="always">
              {t('payments.openLink')}
            </Anchor>
          ),
        ],
      ]}
    />
  );
}
