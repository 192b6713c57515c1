import { Button, Checkbox, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { currencyDigits } from '../../format/currency-digits';
import { AddressFields } from '../../parts/address-fields';
import { AmountInput } from '../../parts/amount-input';
import { Refused } from '../../parts/refused';
import { addressOf, NO_ADDRESS, type TypedAddress, typedAddress } from '../../parts/typed-address';
import { useMay } from '../../session/session';
import { SettingField } from '../../settings/setting-field';
import { type Order, orderKey } from '../order-queries';

type Shipment = Order['shipments'][number];

interface ChangeFormProps {
  readonly order: Order;
  readonly shipment: Shipment;
  readonly onClose: () => void;
}

const TEXTS = ['method', 'carrier', 'place', 'pickupPoint'] as const;
const DATES = ['shipBy', 'promisedAt', 'deliverOn'] as const;

/** What somebody changed; a text that was emptied takes the value away. */
interface Said extends Partial<Record<(typeof TEXTS)[number] | (typeof DATES)[number], string>> {
  readonly deliveryId?: string;
  readonly price?: number | null;
  /** Null: that of its delivery. */
  readonly address?: TypedAddress | null;
}

/** Where a shipment goes, how and when, and what it costs. Only what somebody changed is sent. */
export function ChangeForm({ order, shipment, onClose }: ChangeFormProps) {
  const { t } = useTranslation(['shipments', 'shell']);
  const queries = useQueryClient();
  const { orderId, currency, deliveries } = order;
  // Who is not shown them would write over what they cannot see.
  const [seesPrices, seesPeople] = [useMay('prices.view'), useMay('personal.view')];
  const [said, setSaid] = useState<Said>({});
  const change = useMutation({
    mutationFn: () =>
      docket.call('change_shipment', { path: { orderId, shipmentId: shipment.id }, body: sentOf(said, shipment) }),
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: orderKey(orderId) }),
  });
  const say = (changes: Said): void => setSaid((before) => ({ ...before, ...changes }));
  const ownAddress = shipment.address === null ? null : typedAddress(shipment.address);
  const address = said.address === undefined ? ownAddress : said.address;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('changeOf', { id: shipment.id })}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <Stack>
          {deliveries.length > 1 && (
            <Select
              label={t('changing.delivery')}
              allowDeselect={false}
              data={deliveries.map(({ id, method }) => ({
                value: id,
                label: [id, method].filter(Boolean).join(' · '),
              }))}
              value={said.deliveryId ?? shipment.deliveryId}
              onChange={(deliveryId) => deliveryId !== null && say({ deliveryId })}
            />
          )}
          {TEXTS.map((name) => (
            <SettingField
              key={name}
              of={name}
              label={t(`changing.${name}`)}
              maxLength={100}
              value={said[name] ?? shipment[name] ?? ''}
              onChange={(code) => say({ [name]: code })}
            />
          ))}
          {DATES.map((name) => (
            <TextInput
              key={name}
              type="datetime-local"
              label={t(`changing.${name}`)}
              value={said[name] ?? localOf(shipment[name])}
              onChange={({ currentTarget }) => say({ [name]: currentTarget.value })}
            />
          ))}
          {seesPrices && (
            <AmountInput
              label={t('changing.price')}
              suffix={` ${currency}`}
              digits={currencyDigits(currency)}
              value={said.price === undefined ? shipment.price : said.price}
              onChange={(price) => say({ price })}
            />
          )}
          {seesPeople && (
            <Checkbox
              label={t('changing.ownAddress')}
              checked={address !== null}
              onChange={({ currentTarget: { checked } }) =>
                say({ address: checked ? (ownAddress ?? NO_ADDRESS) : null })
              }
            />
          )}
          {seesPeople && address !== null && (
            <AddressFields address={address} onChange={(next) => say({ address: next })} />
          )}
          <Refused error={change.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('shell:cancel')}
            </Button>
            <Button type="submit" loading={change.isPending} disabled={Object.keys(said).length === 0}>
              {t('shell:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function sentOf({ deliveryId, price, address, ...texts }: Said, shipment: Shipment) {
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, sentAs(name, text)])),
    ...(deliveryId === undefined ? {} : { deliveryId }),
    ...(price === undefined ? {} : { price }),
    ...(address === undefined
      ? {}
      : { address: address === null ? null : addressOf(address, shipment.address ?? undefined) }),
  };
}

const sentAs = (name: string, text: string): string | null => {
  if (text.trim() === '') return null;
  return DATES.some((date) => date === name) ? new Date(text).toISOString() : text.trim();
};

/** An instant in the zone of the reader, as the field takes it. */
function localOf(at: string | null): string {
  if (at === null) return '';
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
