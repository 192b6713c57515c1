import { Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currencyDigits } from '../format/currency-digits';
import type { Order } from '../order/order-queries';
import { AmountInput } from '../parts/amount-input';
import { CountInput } from '../settings/count-input';
import { MomentInput } from '../settings/prices/moment-input';
import { type ChangeOf, changeOf, type Editing, withChange, withoutChange } from './draft-changes';

interface DraftPaymentsProps extends Editing {
  readonly order: Order;
}

type Terms = Omit<ChangeOf<'set_payment'>, 'change' | 'paymentId'>;

/** Payments that wait: another method, amount, number of instalments or due date. */
export function DraftPayments({ order, changes, onChange, may }: DraftPaymentsProps) {
  const { t } = useTranslation('drafts');
  if (!may('set_payment')) return null;
  return order.payments
    .filter(({ status }) => status === 'pending')
    .map(({ id: paymentId, method, amount, installments, dueAt }) => {
      const change = changeOf(changes, 'set_payment', { paymentId });
      const write = (patch: { readonly [Name in keyof Terms]?: Terms[Name] | undefined }): void => {
        const all = { ...change, ...patch };
        const next: ChangeOf<'set_payment'> = {
          change: 'set_payment',
          paymentId,
          ...(all.method === undefined || all.method === '' || all.method === method ? {} : { method: all.method }),
          ...(all.amount === undefined || all.amount === amount ? {} : { amount: all.amount }),
          ...(all.installments === undefined || all.installments === installments
            ? {}
            : { installments: all.installments }),
          ...(all.dueAt === undefined || all.dueAt === dueAt ? {} : { dueAt: all.dueAt }),
        };
        onChange(Object.keys(next).length > 2 ? withChange(changes, next) : withoutChange(changes, next));
      };
      return (
        <Group key={paymentId} align="flex-end">
          <TextInput
            label={t('paymentMethod', { id: paymentId })}
            maxLength={100}
            value={change?.method ?? method}
            onChange={(event) => write({ method: event.currentTarget.value })}
          />
          {amount !== null && (
            <AmountInput
              label={t('paymentAmount', { currency: order.currency })}
              digits={currencyDigits(order.currency)}
              value={change?.amount ?? amount}
              onChange={(next) => write({ amount: next ?? undefined })}
            />
          )}
          <CountInput
            label={t('paymentInstallments', { id: paymentId })}
            value={change?.installments ?? installments}
            onChange={(next) => write({ installments: next ?? undefined })}
          />
          <MomentInput
            label={t('paymentDue', { id: paymentId })}
            value={change?.dueAt === undefined ? dueAt : change.dueAt}
            onChange={(next) => write({ dueAt: next })}
          />
        </Group>
      );
    });
}
