import { Button, Group, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currencyDigits } from '../format/currency-digits';
import type { Order } from '../order/order-queries';
import { Section } from '../order/section';
import { AmountInput } from '../parts/amount-input';
import { SearchSelect } from '../settings/search-select';
import { channelChoices, withPresent } from '../settings/setting-choices';
import { type ChangeOf, changeOf, type Editing, withChange, withoutChange } from './draft-changes';
import { DraftAdjustments } from './draft-adjustments';
import { DraftPayments } from './draft-payments';
import { Taken } from './draft-taken';

interface DraftTermsProps extends Editing {
  readonly order: Order;
}

/** Through which channel it is sold, its coupons, discounts and adjustments, and payments that nobody answered yet. */
export function DraftTerms({ order, ...editing }: DraftTermsProps) {
  const { t } = useTranslation('drafts');
  return (
    <Section title={t('terms')}>
      <Coupons order={order} {...editing} />
      <Discounts order={order} {...editing} />
      <DraftAdjustments order={order} {...editing} />
      <LineTax order={order} {...editing} />
      <DraftPayments order={order} {...editing} />
      <Channel order={order} {...editing} />
    </Section>
  );
}

function Coupons({ order, changes, onChange, may }: DraftTermsProps) {
  const { t } = useTranslation('drafts');
  const [code, setCode] = useState('');
  const used = order.promotions.flatMap(({ coupon }) => coupon ?? []);
  const applied = changes.filter((each): each is ChangeOf<'apply_coupon'> => each.change === 'apply_coupon');
  return (
    <Stack gap="xs">
      {used.map((coupon) => {
        const removed = changeOf(changes, 'remove_coupon', { coupon });
        return (
          <Switch
            key={coupon}
            label={t('couponUsed', { coupon })}
            disabled={!may('remove_coupon')}
            checked={removed === undefined}
            onChange={() =>
              onChange(
                removed === undefined
                  ? withChange(changes, { change: 'remove_coupon', coupon })
                  : withoutChange(changes, removed),
              )
            }
          />
        );
      })}
      {applied.map((change) => (
        <Taken
          key={change.coupon}
          text={t('couponAdded', { coupon: change.coupon })}
          change={change}
          changes={changes}
          onChange={onChange}
        />
      ))}
      {may('apply_coupon') && (
        <Group align="flex-end">
          <TextInput
            label={t('coupon')}
            maxLength={64}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={code.trim() === ''}
            onClick={() => {
              onChange(withChange(changes, { change: 'apply_coupon', coupon: code.trim().toUpperCase() }));
              setCode('');
            }}
          >
            {t('addCoupon')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** Discounts that the order has: another amount, or none. */
function Discounts({ order, changes, onChange, may }: DraftTermsProps) {
  const { t } = useTranslation('drafts');
  return order.discounts.map(({ id: discountId, name, amount }) => {
    const removed = changeOf(changes, 'remove_discount', { discountId });
    const set = changeOf(changes, 'set_discount', { discountId });
    return (
      <Group key={discountId} align="flex-end">
        {amount !== null && (
          <AmountInput
            label={t('discountOf', { name, currency: order.currency })}
            digits={currencyDigits(order.currency)}
            disabled={removed !== undefined || !may('set_discount')}
            value={set?.amount ?? amount}
            onChange={(next) => {
              const change = { change: 'set_discount', discountId, amount: next ?? 0 } as const;
              onChange(next === null || next === amount ? withoutChange(changes, change) : withChange(changes, change));
            }}
          />
        )}
        <Switch
          label={t('discountStays', { name })}
          disabled={!may('remove_discount')}
          checked={removed === undefined}
          onChange={() =>
            onChange(
              removed === undefined
                ? withChange(changes, { change: 'remove_discount', discountId })
                : withoutChange(changes, removed),
            )
          }
        />
      </Group>
    );
  });
}

/** The tax of one line, by hand; found by its name, for an order may have thousands. */
function LineTax({ order, changes, onChange, may }: DraftTermsProps) {
  const { t } = useTranslation('drafts');
  const [lineId, setLineId] = useState<string | null>(null);
  const [tax, setTax] = useState<number | null>(null);
  const named = new Map(order.lines.map(({ id, name }) => [id, name]));
  const set = changes.filter((each): each is ChangeOf<'set_line_tax'> => each.change === 'set_line_tax');
  if (!may('set_line_tax')) return null;
  return (
    <Stack gap="xs">
      {set.map((change) => (
        <Taken
          key={change.lineId}
          text={t('taxSet', { name: named.get(change.lineId) ?? change.lineId })}
          change={change}
          changes={changes}
          onChange={onChange}
        />
      ))}
      <Group align="flex-end">
        <Select
          label={t('taxLine')}
          searchable
          limit={50}
          data={order.lines.map(({ id, name, sku }) => ({ value: id, label: `${name} (${sku})` }))}
          value={lineId}
          onChange={setLineId}
        />
        <AmountInput
          key={set.length}
          label={t('tax', { currency: order.currency })}
          digits={currencyDigits(order.currency)}
          value={tax}
          onChange={setTax}
        />
        <Button
          variant="default"
          disabled={lineId === null || tax === null}
          onClick={() => {
            onChange(withChange(changes, { change: 'set_line_tax', lineId: lineId ?? '', tax: tax ?? 0 }));
            setLineId(null);
            setTax(null);
          }}
        >
          {t('setTax')}
        </Button>
      </Group>
    </Stack>
  );
}

function Channel({ order, changes, onChange, may }: DraftTermsProps) {
  const { t } = useTranslation('drafts');
  const channels = useQuery(channelChoices);
  const change = changeOf(changes, 'set_channel');
  const offered = (channels.data?.items ?? [])
    .filter(({ store, active }) => active && (store === null || store === order.store))
    .map(({ channel, name }) => ({ value: channel, label: `${name} (${channel})` }));
  if (!may('set_channel')) return null;
  return (
    <SearchSelect
      label={t('channel')}
      data={withPresent(offered, order.channel)}
      value={change?.channel ?? order.channel}
      error={null}
      onChoose={(channel) => {
        const next = { change: 'set_channel', channel } as const;
        onChange(channel === order.channel ? withoutChange(changes, next) : withChange(changes, next));
      }}
    />
  );
}
