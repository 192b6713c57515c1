import { ActionIcon, Button, Group, NumberInput, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currencyDigits } from '../format/currency-digits';
import type { Order } from '../order/order-queries';
import { Section } from '../order/section';
import { AmountInput } from '../parts/amount-input';
import type { Editing } from './draft-changes';
import { DraftLine } from './draft-line';

interface DraftLinesProps extends Editing {
  readonly order: Order;
}

/** Lines drawn at once; the rest is found by its SKU or name. */
const SHOWN = 100;

/** The lines of an order as they are edited, and what is added. Which of it may be now, the server says. */
export function DraftLines({ order, ...editing }: DraftLinesProps) {
  const { t } = useTranslation('drafts');
  const [sought, setSought] = useState('');
  const wanted = sought.trim().toLowerCase();
  const found = order.lines.filter(({ sku, name }) => `${sku} ${name}`.toLowerCase().includes(wanted));
  return (
    <Section title={t('lines')}>
      {order.lines.length > 10 && (
        <TextInput label={t('find')} value={sought} onChange={(event) => setSought(event.currentTarget.value)} />
      )}
      <Table.ScrollContainer minWidth={480}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('product')}</Table.Th>
              <Table.Th>{t('quantity')}</Table.Th>
              <Table.Th>{t('price')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.slice(0, SHOWN).map((line) => (
              <DraftLine key={line.id} line={line} {...editing} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {found.length > SHOWN && <Text size="sm">{t('more', { count: found.length - SHOWN })}</Text>}
      <Additions {...editing} currency={order.currency} />
    </Section>
  );
}

interface AdditionsProps extends Editing {
  readonly currency: string;
}

/** A product and a discount to add, and what was added so far. */
function Additions({ changes, onChange, currency, may }: AdditionsProps) {
  const { t } = useTranslation('drafts');
  const [sku, setSku] = useState('');
  const [pieces, setPieces] = useState<number>(1);
  const [name, setName] = useState('');
  const [amount, setAmount] = useState<number | null>(null);
  const added = changes.filter(({ change }) => change === 'add_line' || change === 'add_discount');
  return (
    <Stack gap="xs">
      {added.map((change, index) => (
        <Group key={`${change.change} ${index}`} justify="space-between">
          <Text size="sm">
            {change.change === 'add_line' && t('added', { sku: change.sku, quantity: change.quantity })}
            {change.change === 'add_discount' && t('discountAdded', { name: change.name })}
          </Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('takeBack')}
            onClick={() => onChange(changes.filter((each) => each !== change))}
          >
            <IconArrowBackUp size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Group align="flex-end">
        <TextInput label={t('sku')} value={sku} onChange={(event) => setSku(event.currentTarget.value)} />
        <NumberInput
          label={t('quantity')}
          min={1}
          w={100}
          value={pieces}
          onChange={(next) => setPieces(typeof next === 'number' ? next : 1)}
        />
        <Button
          variant="default"
          disabled={sku.trim() === '' || !may('add_line')}
          onClick={() => {
            onChange([...changes, { change: 'add_line', sku: sku.trim(), quantity: pieces }]);
            setSku('');
          }}
        >
          {t('add')}
        </Button>
      </Group>
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
    </Stack>
  );
}
