import { Button, Group, Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currencyDigits } from '../format/currency-digits';
import type { Order } from '../order/order-queries';
import { Section } from '../order/section';
import { AmountInput } from '../parts/amount-input';
import { SearchSelect } from '../settings/search-select';
import { shippingMethodChoices, withPresent } from '../settings/setting-choices';
import { DraftAddress } from './draft-address';
import {
  type ChangeOf,
  changeOf,
  type EditChange,
  type Editing,
  type Kind,
  withChange,
  withoutChange,
} from './draft-changes';

interface DraftDeliveriesProps extends Editing {
  readonly order: Order;
}

/** How it is sent, what that costs and where to, delivery by delivery; and the address of the bill. */
export function DraftDeliveries({ order, ...editing }: DraftDeliveriesProps) {
  const { t } = useTranslation('drafts');
  const known = new Set(order.deliveries.map(({ id }) => id));
  const added = editing.changes.flatMap((change) =>
    change.change !== 'set_delivery' || known.has(change.deliveryId) ? [] : [{ ...NEW, id: change.deliveryId }],
  );
  return (
    <Section title={t('deliveries')}>
      {[...order.deliveries, ...added].map((delivery, place) => (
        <OneDelivery key={delivery.id} order={order} delivery={delivery} place={place + 1} {...editing} />
      ))}
      {editing.may('set_delivery') && (
        <Button
          variant="default"
          w="fit-content"
          onClick={() =>
            editing.onChange([
              ...editing.changes,
              { change: 'set_delivery', deliveryId: freeId([...order.deliveries, ...added]), type: 'delivery' },
            ])
          }
        >
          {t('addDelivery')}
        </Button>
      )}
      <DraftAddress present={order.billingAddress} deliveryId={null} name={t('address.billing')} {...editing} />
    </Section>
  );
}

/** A delivery that is added, before anything is said of it. */
const NEW = { method: null, price: 0, address: null, isNew: true } as const;

/** What is said of a delivery, and of lines that go with it. */
const OF_DELIVERY: ReadonlySet<Kind> = new Set<Kind>(['set_delivery', 'set_address', 'set_line_delivery']);
const isAbout = (change: EditChange, deliveryId: string): boolean =>
  'deliveryId' in change && change.deliveryId === deliveryId;

const freeId = (taken: readonly { readonly id: string }[]): string => {
  let number = taken.length + 1;
  while (taken.some(({ id }) => id === String(number))) number += 1;
  return String(number);
};

interface OneDeliveryProps extends DraftDeliveriesProps {
  readonly delivery: Pick<Order['deliveries'][number], 'id' | 'method' | 'price' | 'address'> & {
    readonly isNew?: true;
  };
  readonly place: number;
}

function OneDelivery({ order, delivery, place, changes, onChange, may }: OneDeliveryProps) {
  const { t } = useTranslation('drafts');
  const methods = useQuery(shippingMethodChoices);
  const { id: deliveryId } = delivery;
  const change = changeOf(changes, 'set_delivery', { deliveryId });
  const write = (patch: { readonly method?: string; readonly price?: number | undefined }): void => {
    // a price that is typed now is given, whatever was said before
    const {
      method,
      price,
      givenPrice: _,
      ...rest
    } = { ...change, ...patch, change: 'set_delivery' as const, deliveryId };
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
  const removed = changeOf(changes, 'remove_delivery', { deliveryId });
  const isOff = !may('set_delivery') || removed !== undefined;
  const name = t('deliveryOf', { place });
  const withoutIt = changes.filter((each) => !OF_DELIVERY.has(each.change) || !isAbout(each, deliveryId));
  const byMethod = change?.method !== undefined && change.price === undefined;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {name}
      </Text>
      {delivery.isNew === true ? (
        <Button variant="subtle" size="xs" w="fit-content" onClick={() => onChange(withoutIt)}>
          {t('takeBackOf', { what: name })}
        </Button>
      ) : (
        <Switch
          label={t('discountStays', { name })}
          disabled={!may('remove_delivery')}
          checked={removed === undefined}
          onChange={() =>
            onChange(
              removed === undefined
                ? [...withoutIt, { change: 'remove_delivery', deliveryId }]
                : withoutChange(changes, removed),
            )
          }
        />
      )}
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
      {removed === undefined && (
        <DraftAddress
          present={delivery.address}
          deliveryId={deliveryId}
          name={t('address.delivery')}
          changes={changes}
          onChange={onChange}
          may={may}
        />
      )}
    </Stack>
  );
}
