import { Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseProduct } from '../draft-orders/find-choices';
import { currencyDigits } from '../format/currency-digits';
import type { Order } from '../order/order-queries';
import { AmountInput } from '../parts/amount-input';
import { useMay } from '../session/session';
import { useChangeWords } from './change-words';
import { deliveriesOf, type Editing } from './draft-changes';
import { Taken } from './draft-taken';

interface DraftAdditionsProps extends Editing {
  readonly order: Order;
}

/** Products and discounts to add, and what was added so far. */
export function DraftAdditions({ order, ...editing }: DraftAdditionsProps) {
  const wordsOf = useChangeWords(order);
  const added = editing.changes.filter(({ change }) => change === 'add_line' || change === 'add_discount');
  return (
    <Stack gap="xs">
      {added.map((change, index) => (
        <Taken key={`${change.change} ${index}`} text={wordsOf(change)} change={change} {...editing} />
      ))}
      <AddProduct order={order} {...editing} />
      <AddDiscount order={order} {...editing} />
    </Stack>
  );
}

const NOTHING_TYPED = {
  sku: '',
  name: '',
  pieces: 1,
  priceMicros: null as number | null,
  discountMicros: null as number | null,
  deliveryId: null as string | null,
};

/** A product of the catalogue or another one; what is left empty the shop says. */
function AddProduct({ order, changes, onChange, may }: DraftAdditionsProps) {
  const { t } = useTranslation('drafts');
  const findsProducts = useMay('catalogue.view');
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [added, setAdded] = useState(0);
  const write = (patch: Partial<typeof NOTHING_TYPED>): void => setTyped((before) => ({ ...before, ...patch }));
  const { sku, name, pieces, priceMicros, discountMicros, deliveryId } = typed;
  const deliveries = deliveriesOf(order, changes);
  return (
    <Group align="flex-end">
      {findsProducts && (
        <ChooseProduct label={t('findProduct')} onChoose={(found) => write({ sku: found, name: '' })} />
      )}
      <TextInput
        label={t('sku')}
        maxLength={100}
        value={sku}
        onChange={(event) => write({ sku: event.currentTarget.value })}
      />
      <NumberInput
        label={t('quantity')}
        min={1}
        w={100}
        value={pieces}
        onChange={(next) => write({ pieces: typeof next === 'number' ? next : 1 })}
      />
      <TextInput
        label={t('addition.name')}
        placeholder={t('addition.ofCatalogue')}
        maxLength={500}
        value={name}
        onChange={(event) => write({ name: event.currentTarget.value })}
      />
      <AmountInput
        key={`price ${added}`}
        label={t('addition.price', { currency: order.currency })}
        description={t('addition.ofShop')}
        digits={6}
        value={priceMicros}
        onChange={(next) => write({ priceMicros: next })}
      />
      <AmountInput
        key={`discount ${added}`}
        label={t('addition.discount', { currency: order.currency })}
        digits={6}
        value={discountMicros}
        onChange={(next) => write({ discountMicros: next })}
      />
      {deliveries.length > 1 && (
        <Select
          label={t('addition.delivery')}
          clearable
          data={deliveries.map(({ id, place }) => ({ value: id, label: t('deliveryOf', { place }) }))}
          value={deliveryId}
          onChange={(next) => write({ deliveryId: next })}
        />
      )}
      <Button
        variant="default"
        disabled={sku.trim() === '' || !may('add_line')}
        onClick={() => {
          onChange([
            ...changes,
            {
              change: 'add_line',
              sku: sku.trim(),
              quantity: pieces,
              ...(name.trim() === '' ? {} : { name: name.trim() }),
              ...(priceMicros === null ? {} : { priceMicros }),
              ...(discountMicros === null ? {} : { discountMicros }),
              ...(deliveryId === null ? {} : { deliveryId }),
            },
          ]);
          setTyped(NOTHING_TYPED);
          setAdded((before) => before + 1);
        }}
      >
        {t('add')}
      </Button>
    </Group>
  );
}

function AddDiscount({ order: { currency }, changes, onChange, may }: DraftAdditionsProps) {
  const { t } = useTranslation('drafts');
  const [name, setName] = useState('');
  const [amount, setAmount] = useState<number | null>(null);
  return (
    <Group align="flex-end">
      <TextInput label={t('discountName')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <AmountInput
        label={t('discountAmount', { currency })}
        digits={currencyDigits(currency)}
        value={amount}
        onChange={setAmount}
      />
      <Button
        variant="default"
        disabled={name.trim() === '' || amount === null || !may('add_discount')}
        onClick={() => {
          onChange([...changes, { change: 'add_discount', name: name.trim(), amount: amount ?? 0 }]);
          setName('');
        }}
      >
        {t('addDiscount')}
      </Button>
    </Group>
  );
}
