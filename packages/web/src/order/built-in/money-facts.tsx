import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MomentText } from '../../parts/moment-text';
import { Facts } from '../fact';
import type { Order } from '../order-queries';
import { partsOf } from '../refund-parts';
import { useMoney } from '../shown-money';
import type { DocumentOf } from './built-in';
import { DocumentLink } from './document-link';

interface MoneyFactsProps {
  readonly order: Order;
  readonly move: DocumentOf<'capture' | 'void' | 'refund'>;
}

/** Money that was taken, given up or given back, or is to be. */
export function MoneyFacts({ order, move }: MoneyFactsProps) {
  const { t } = useTranslation(['order', 'documents']);
  const shown = useMoney(order.currency);
  const payment = order.payments.find(({ id }) => id === move.paymentId);
  const paper = 'invoice' in move ? move.invoice : null;
  const parts = 'items' in move ? partsOf(order, move, t, shown) : [];
  return (
    <>
      <Facts
        facts={[
          [t('payments.amount'), shown(move.amount)],
          [
            t('documents:kinds.payment'),
            payment === undefined ? null : (
              <DocumentLink orderId={order.orderId} kind="payment" id={payment.id}>
                {t('payments.payment', { id: payment.id, method: payment.method })}
              </DocumentLink>
            ),
          ],
          [t('payments.provider'), payment?.provider],
          [t('payments.outerId'), move.outerId],
          [t('payments.settledAt'), <MomentText key="settled" at={move.settledAt} />],
          [t('payments.tries'), move.elsewhere === true ? t('payments.elsewhere') : move.attempts],
          [
            t('documents:kinds.invoice'),
            paper === null ? null : (
              <DocumentLink orderId={order.orderId} kind="invoice" id={paper}>
                {paper}
              </DocumentLink>
            ),
          ],
          [t('payments.for'), parts.length === 0 ? null : parts.map((part) => <div key={part}>{part}</div>)],
        ]}
      />
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
    </>
  );
}
