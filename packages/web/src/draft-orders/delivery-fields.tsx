import { Button, Checkbox, Fieldset, Group, SegmentedControl, SimpleGrid, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currencyDigits } from '../format/currency-digits';
import { AddressFields } from '../parts/address-fields';
import { AmountInput } from '../parts/amount-input';
import { NO_ADDRESS } from '../parts/typed-address';
import { useMay } from '../session/session';
import { SearchSelect } from '../settings/search-select';
import { shippingMethodChoices, withPresent } from '../settings/setting-choices';
import { addedDelivery, type TypedDelivery } from './typed-delivery';
import type { TypedDraftOrder } from './typed-draft-order';

interface DeliveryFieldsProps {
  readonly typed: TypedDraftOrder;
  readonly onChange: (changes: Pick<TypedDraftOrder, 'deliveries'>) => void;
}

/** Where the goods go and how: to one place, to several, or nowhere. */
export function DeliveryFields({ typed, onChange }: DeliveryFieldsProps) {
  const { t } = useTranslation('draft-orders');
  const { deliveries } = typed;
  const put = (id: string, changes: Partial<TypedDelivery>): void =>
    onChange({ deliveries: deliveries.map((each) => (each.id === id ? { ...each, ...changes } : each)) });
  const [only] = deliveries;
  if (only === undefined || deliveries.length === 1) {
    return (
      <>
        <SegmentedControl
          aria-label={t('delivery')}
          fullWidth
          value={only?.type ?? 'none'}
          onChange={(type) =>
            onChange({ deliveries: type === 'none' ? [] : [{ ...(only ?? addedDelivery([])), type }] })
          }
          data={(['delivery', 'pickup', 'none'] as const).map((value) => ({ value, label: t(`deliveries.${value}`) }))}
        />
        {only !== undefined && (
          <>
            <Terms delivery={only} currency={typed.currency} onChange={(changes) => put(only.id, changes)} />
            <More deliveries={deliveries} onChange={onChange} />
          </>
        )}
      </>
    );
  }
  return (
    <>
      {deliveries.map((delivery, index) => (
        <Fieldset key={delivery.id} legend={t('deliveryNumber', { number: index + 1 })} p="sm">
          <Stack gap="sm">
            <SegmentedControl
              aria-label={t('delivery')}
              fullWidth
              value={delivery.type}
              onChange={(type) => put(delivery.id, { type })}
              data={(['delivery', 'pickup'] as const).map((value) => ({ value, label: t(`deliveries.${value}`) }))}
            />
            <Terms delivery={delivery} currency={typed.currency} onChange={(changes) => put(delivery.id, changes)} />
            <Group justify="flex-end">
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                leftSection={<IconTrash size={14} />}
                onClick={() => onChange({ deliveries: deliveries.filter(({ id }) => id !== delivery.id) })}
              >
                {t('removeDelivery', { number: index + 1 })}
              </Button>
            </Group>
          </Stack>
        </Fieldset>
      ))}
      <More deliveries={deliveries} onChange={onChange} />
    </>
  );
}

function More({ deliveries, onChange }: Pick<TypedDraftOrder, 'deliveries'> & Pick<DeliveryFieldsProps, 'onChange'>) {
  const { t } = useTranslation('draft-orders');
  return (
    <Group>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} />}
        onClick={() => onChange({ deliveries: [...deliveries, addedDelivery(deliveries)] })}
      >
        {t('addDelivery')}
      </Button>
    </Group>
  );
}

interface TermsProps {
  readonly delivery: TypedDelivery;
  readonly currency: string;
  readonly onChange: (changes: Partial<TypedDelivery>) => void;
}

function Terms({ delivery, currency, onChange }: TermsProps) {
  const { t } = useTranslation('draft-orders');
  const methods = useQuery({ ...shippingMethodChoices, enabled: useMay('shipping.view') });
  const { type, method, price, address } = delivery;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <SearchSelect
          label={t('method')}
          value={method}
          onClear={() => onChange({ method: null })}
          onChoose={(chosen) => onChange({ method: chosen })}
          data={withPresent(
            (methods.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name })),
            method,
          )}
          error={null}
        />
        <AmountInput
          label={t('shippingPrice')}
          description={t('shippingPriceText')}
          digits={currencyDigits(currency)}
          value={price}
          onChange={(next) => onChange({ price: next })}
        />
      </SimpleGrid>
      {type === 'delivery' && (
        <>
          <Checkbox
            label={t('buyerGivesAddress')}
            checked={address === null}
            onChange={({ currentTarget: { checked } }) => onChange({ address: checked ? null : NO_ADDRESS })}
          />
          {address !== null && <AddressFields address={address} onChange={(next) => onChange({ address: next })} />}
        </>
      )}
    </>
  );
}
