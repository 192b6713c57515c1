import { Anchor, Button, Divider, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { day } from '../format/moments';
import { money } from '../format/money';
import type { OwnOrder } from './order-source';
import { Part } from './part';

/** What it costs, what was paid with what, and the papers. */
export function OrderMoney({ order }: { readonly order: OwnOrder }) {
  const { t, i18n } = useTranslation('shopper');
  const { totals, currency, payments, amountDue } = order;
  const rows = (['items', 'discounts', 'shipping', 'tax', 'adjustments'] as const).filter(
    (row) => row === 'items' || totals[row] !== 0,
  );
  return (
    <Part title={t('money.title')}>
      <Stack gap={6}>
        {rows.map((row) => (
          <Amount key={row} name={t(`money.${row}`)} amount={totals[row]} currency={currency} />
        ))}
        <Divider />
        <Amount name={t('money.total')} amount={totals.total} currency={currency} strong />
        {payments.map((payment, place) => (
          <Group key={place} justify="space-between" align="start" wrap="nowrap">
            <Text size="sm">
              {t(`methods.${payment.method}`, { defaultValue: payment.brand ?? payment.method, nsSeparator: false })}
              {payment.lastDigits === null ? '' : ` ···· ${payment.lastDigits}`}
              {payment.installments > 1 ? ` · ${t('money.installments', { count: payment.installments })}` : ''}
            </Text>
            <Text size="sm" c="dimmed" ta="end">
              {t(`payment.${payment.status}`, { defaultValue: payment.status })}{' '}
              <span className="figure">{money(payment.amount, currency, i18n.language)}</span>
              {payment.refunded > 0 && (
                <Text span display="block" size="sm" className="figure">
                  {t('money.refunded', { amount: money(payment.refunded, currency, i18n.language) })}
                </Text>
              )}
            </Text>
          </Group>
        ))}
        {payments.map(
          ({ payUrl, amount }, place) =>
            payUrl !== null && (
              <Button key={place} component="a" href={payUrl} rel="noreferrer" fullWidth>
                {t('money.payNow', { amount: money(amount, currency, i18n.language) })}
              </Button>
            ),
        )}
        {amountDue > 0 && order.cancelledAt === null && (
          <Amount name={t('money.due')} amount={amountDue} currency={currency} strong />
        )}
        {amountDue < 0 && <Amount name={t('money.owed')} amount={-amountDue} currency={currency} strong />}
        <Papers title={t('money.invoice')} papers={order.invoices} currency={currency} />
        <Papers title={t('money.returnInvoice')} papers={order.returnInvoices} currency={currency} />
      </Stack>
    </Part>
  );
}

interface AmountProps {
  readonly name: string;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  readonly strong?: boolean;
}

function Amount({ name, amount, currency, strong = false }: AmountProps) {
  const { i18n } = useTranslation('shopper');
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm" fw={strong ? 650 : undefined}>
        {name}
      </Text>
      <Text size="sm" fw={strong ? 650 : undefined} className="figure">
        {money(amount, currency, i18n.language)}
      </Text>
    </Group>
  );
}

interface PapersProps {
  readonly title: string;
  readonly papers: OwnOrder['invoices'];
  readonly currency: string;
}

function Papers({ title, papers, currency }: PapersProps) {
  const { i18n } = useTranslation('shopper');
  return papers.map(({ number, value, issuedAt, url }) => (
    <Group key={number} justify="space-between" wrap="nowrap">
      <Text size="sm">
        {url !== null && /^https?:\/\//i.test(url) ? (
          <Anchor href={url} target="_blank" rel="noreferrer">
            {title} {number}
          </Anchor>
        ) : (
          `${title} ${number}`
        )}
      </Text>
      <Text size="sm" c="dimmed">
        {day(issuedAt, i18n.language)} <span className="figure">{money(value, currency, i18n.language)}</span>
      </Text>
    </Group>
  ));
}
