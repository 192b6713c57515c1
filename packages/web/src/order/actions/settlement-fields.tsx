import {
  ActionIcon,
  Button,
  Checkbox,
  Fieldset,
  Group,
  NumberInput,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currencyDigits } from '../../format/currency-digits';
import { AmountInput } from '../../parts/amount-input';
import { useMay } from '../../session/session';
import { providerChoices, withPresent } from '../../settings/setting-choices';
import type { Order } from '../order-queries';
import { useMoney } from '../shown-money';
import type { Typed } from './command-fields';

interface SettlementProps {
  readonly order: Order;
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
}

const RESOLUTIONS = ['refund', 'store_credit', 'exchange'] as const;

/** What the buyer gets, beside what the goods are worth and what the payments can still give. */
export function ResolutionField({ order, typed, onType }: SettlementProps) {
  const { t } = useTranslation('returns');
  const shown = useMoney(order.currency);
  const returned = order.returns.find(({ id }) => id === typed['returnId']);
  const left = order.payments.reduce<number | null>(
    (total, { mayRefund }) => (total === null || mayRefund === null ? null : total + mayRefund),
    0,
  );
  return (
    <Stack gap={4}>
      <Select
        label={t('resolution')}
        required
        allowDeselect={false}
        data-autofocus
        data={RESOLUTIONS.map((value) => ({ value, label: t(`resolutions.${value}`) }))}
        value={typeof typed['resolution'] === 'string' ? typed['resolution'] : null}
        onChange={(resolution) =>
          onType({ ...typed, resolution, exchange: resolution === 'exchange' ? NOTHING_YET : undefined })
        }
      />
      {returned !== undefined && (
        <Text size="xs" c="dimmed">
          {t('worth', { goods: shown(returned.worth), all: shown(returned.worthWithShipping) })}
          {' · '}
          {t('ceiling', { amount: shown(left) })}
        </Text>
      )}
      {typed['resolution'] === 'store_credit' && order.customerId === null && (
        <Text size="xs" c="red">
          {t('noCustomer')}
        </Text>
      )}
      {typed['resolution'] === 'exchange' && <ExchangeFields order={order} typed={typed} onType={onType} />}
    </Stack>
  );
}

interface Row {
  readonly sku: string;
  readonly quantity: number;
  readonly priceMicros: number | null;
}

const EMPTY: Row = { sku: '', quantity: 1, priceMicros: null };
const rowsOf = (lines: readonly Partial<Row>[]): readonly Row[] =>
  lines.length === 0 ? [EMPTY] : lines.map((line) => ({ ...EMPTY, ...line }));
const NOTHING_YET = { lines: [] };
/** An amount is in minor units, a unit price in millionths of the major one. */
const MICROS = 1_000_000;

/** How the buyer pays a difference. */
interface ExchangePayment {
  readonly method: string;
  readonly provider?: string;
}

function ExchangeFields({ order, typed, onType }: SettlementProps) {
  const { t } = useTranslation('returns');
  const digits = currencyDigits(order.currency);
  const exchange = typed['exchange'] as Readonly<Record<string, unknown>>;
  // what was typed before a preview is still there after it
  const [rows, setRows] = useState<readonly Row[]>(() => rowsOf(exchange['lines'] as readonly Partial<Row>[]));
  const write = (part: object): void => onType({ ...typed, exchange: { ...exchange, ...part } });
  const change = (next: readonly Row[]): void => {
    setRows(next);
    write({
      lines: next
        .filter(({ sku }) => sku.trim() !== '')
        .map(({ sku, quantity, priceMicros }) => ({
          sku: sku.trim(),
          quantity,
          ...(priceMicros === null ? {} : { priceMicros }),
        })),
    });
  };
  const changeRow = (place: number, part: Partial<Row>): void =>
    change(rows.map((row, index) => (index === place ? { ...row, ...part } : row)));
  const payment = exchange['payment'] as ExchangePayment | undefined;
  const providers = useQuery({ ...providerChoices, enabled: useMay('orders.view') });
  return (
    <Fieldset legend={t('exchange.title')} p="sm">
      <Stack gap="sm">
        <Text size="xs" c="dimmed">
          {t('exchange.text')}
        </Text>
        {rows.map((row, place) => (
          <Group key={place} gap="xs" align="end" wrap="nowrap">
            <TextInput
              label={t('exchange.sku')}
              size="xs"
              style={{ flex: 1 }}
              required
              value={row.sku}
              onChange={(event) => changeRow(place, { sku: event.currentTarget.value })}
            />
            <NumberInput
              label={t('exchange.quantity')}
              size="xs"
              w={70}
              min={1}
              allowDecimal={false}
              value={row.quantity}
              onChange={(value) => changeRow(place, { quantity: typeof value === 'number' ? value : 1 })}
            />
            <NumberInput
              label={t('exchange.price')}
              placeholder={t('exchange.shopPrice')}
              size="xs"
              w={110}
              min={0}
              decimalScale={6}
              value={row.priceMicros === null ? '' : row.priceMicros / MICROS}
              onChange={(value) =>
                changeRow(place, { priceMicros: typeof value === 'number' ? Math.round(value * MICROS) : null })
              }
            />
            <ActionIcon
              variant="subtle"
              color="red"
              aria-label={t('exchange.remove', { sku: row.sku })}
              disabled={rows.length === 1}
              onClick={() => change(rows.filter((_, index) => index !== place))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Group>
          <Button size="compact-xs" variant="light" onClick={() => setRows([...rows, EMPTY])}>
            {t('exchange.add')}
          </Button>
        </Group>
        <AmountInput
          label={t('exchange.shipping')}
          suffix={` ${order.currency}`}
          digits={digits}
          value={typeof exchange['shipping'] === 'number' ? exchange['shipping'] : null}
          onChange={(shipping) => write({ shipping: shipping ?? undefined })}
        />
        <Select
          label={t('exchange.leftOver')}
          allowDeselect={false}
          data={(['refund', 'store_credit'] as const).map((value) => ({ value, label: t(`resolutions.${value}`) }))}
          value={typeof exchange['leftOver'] === 'string' ? exchange['leftOver'] : 'refund'}
          onChange={(leftOver) => write({ leftOver: leftOver ?? undefined })}
        />
        <TextInput
          label={t('exchange.payment')}
          description={t('exchange.paymentText')}
          maxLength={100}
          value={payment?.method ?? ''}
          onChange={({ currentTarget: { value } }) =>
            write({ payment: value === '' ? undefined : { ...payment, method: value } })
          }
        />
        {payment !== undefined && providers.data !== undefined && (
          <Select
            label={t('exchange.provider')}
            description={t('exchange.providerText')}
            clearable
            clearButtonProps={{ 'aria-label': t('exchange.noProvider') }}
            data={withPresent(
              providers.data.items.map((one) => ({ value: one.provider, label: one.name })),
              payment.provider ?? null,
            )}
            value={payment.provider ?? null}
            onChange={(provider) =>
              write({ payment: { method: payment.method, ...(provider === null ? {} : { provider }) } })
            }
          />
        )}
        <Checkbox
          label={t('exchange.onAccount')}
          checked={exchange['onAccount'] === true}
          onChange={(event) => write({ onAccount: event.currentTarget.checked ? true : undefined })}
        />
      </Stack>
    </Fieldset>
  );
}
