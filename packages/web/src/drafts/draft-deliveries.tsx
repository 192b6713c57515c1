import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currencyDigits } from '../format/currency-digits';
import type { Order } from '../order/order-queries';
import { Section } from '../order/section';
import { AmountInput } from '../parts/amount-input';
import { SearchSelect } from '../settings/search-select';
import { shippingMethodChoices, withPresent } from '../settings/setting-choices';
import { DraftAddress } from './draft-address';
import { type ChangeOf, changeOf, type Editing, withChange, withoutChange } from './draft-changes';

interface DraftDeliveriesProps extends Editing {
  readonly order: Order;
}

/** How it is sent, what that costs and where to, delivery by delivery; and the address of the bill. */
export function DraftDeliveries({ order, ...editing }: DraftDeliveriesProps) {
  const { t } = useTranslation('drafts');
  return (
    <Section title={t('deliveries')}>
      {order.deliveries.map((delivery, place) => (
        <OneDelivery key={delivery.id} order={order} delivery={delivery} place={place + 1} {...editing} />
      ))}
      <DraftAddress present={order.billingAddress} deliveryId={null} name={t('address.billing')} {...editing} />
    </Section>
  );
}

interface OneDeliveryProps extends DraftDeliveriesProps {
  readonly delivery: Order['deliveries'][number];
  readonly place: number;
}

function OneDelivery({ order, delivery, place, changes, onChange, may }: OneDeliveryProps) {
  const { t } = useTranslation('drafts');
  const methods = useQuery(shippingMethodChoices);
  const { id: deliveryId } = delivery;
  const change = changeOf(changes, 'set_delivery', { deliveryId });
  const write = (patch: { readonly method?: string; readonly price?: number | undefined }): void => {
    const { method, price, ...rest } = { ...change, ...patch, change: 'set_delivery' as const, deliveryId };
    const next: ChangeOf<'set_delivery'> = {
      ...rest,
      ...(method === undefined || method === delivery.method ? {} : { method }),
      ...(price === undefined || (price === delivery.price && (method ?? delivery.method) === delivery.method)
        ? {}
        : { price }),
    };
    const says = Object.keys(next).length > 2;
    onChange(says ? withChange(changes, next) : withoutChange(changes, next));
  };
  const offered = (methods.data?.items ?? [])
    .filter(({ currency }) => currency === order.currency)
    .map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
  const isOff = !may('set_delivery');
  const byMethod = change?.method !== undefined && change.price === undefined;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t('deliveryOf', { place })}
      </Text>
      {!isOff && (
        <Group align="flex-end">
          <SearchSelect
            label={t('method')}
            data={withPresent(offered, delivery.method)}
            value={change?.method ?? delivery.method}
            error={null}
            onChoose={(method) => write({ method })}
          />
          {delivery.price !== null && (
            <AmountInput
              key={change?.method ?? ''}
              label={t('shippingPrice', { currency: order.currency })}
              {...(byMethod ? { description: t('byMethod') } : {})}
              digits={currencyDigits(order.currency)}
              value={byMethod ? null : (change?.price ?? delivery.price)}
              onChange={(price) => write({ price: price ?? undefined })}
            />
          )}
        </Group>
      )}
      <DraftAddress
        present={delivery.address}
        deliveryId={deliveryId}
        name={t('address.delivery')}
        changes={changes}
        onChange={onChange}
        may={may}
      />
    </Stack>
  );
}
