import { ActionIcon, Button, Group, NumberInput, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currencyDigits } from '../format/currency-digits';
import type { Order } from '../order/order-queries';
import { Section } from '../order/section';
import { AmountInput } from '../parts/amount-input';
import type { EditChange } from './draft-changes';
import { editableQuery } from './draft-queries';

interface DraftLinesProps {
  readonly order: Order;
  readonly changes: readonly EditChange[];
  readonly onChange: (changes: readonly EditChange[]) => void;
}

/** Lines drawn at once; the rest is found by its SKU or name. */
const SHOWN = 100;

type LineChange = Extract<EditChange, { lineId: string }>;

/** What of an order can be edited here: quantities, prices, lines, a discount. Which of it now, the server says. */
export function DraftLines({ order, changes, onChange }: DraftLinesProps) {
  const { t } = useTranslation('drafts');
  const [sought, setSought] = useState('');
  const editable = useQuery(editableQuery(order.orderId));
  const may = (kind: EditChange['change']): boolean =>
    editable.data?.changes.some(({ change, allowed }) => change === kind && allowed) === true;
  const of = (kind: LineChange['change'], lineId: string): EditChange | undefined =>
    changes.find((each) => each.change === kind && 'lineId' in each && each.lineId === lineId);
  const put = (next: LineChange): void =>
    onChange([
      ...changes.filter((each) => !(each.change === next.change && 'lineId' in each && each.lineId === next.lineId)),
      next,
    ]);
  const drop = (kind: LineChange['change'], lineId: string): void =>
    onChange(changes.filter((each) => !(each.change === kind && 'lineId' in each && each.lineId === lineId)));
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
            {found.slice(0, SHOWN).map((line) => {
              const removed = of('remove_line', line.id) !== undefined;
              const quantity = of('set_quantity', line.id);
              const price = of('set_price', line.id);
              return (
                <Table.Tr key={line.id} td={removed ? 'line-through' : undefined}>
                  <Table.Td>
                    {line.name}
                    <Text size="xs" c="dimmed">
                      {line.sku}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <NumberInput
                      aria-label={t('quantityOf', { name: line.name })}
                      min={1}
                      w={100}
                      disabled={removed || !may('set_quantity')}
                      value={quantity?.change === 'set_quantity' ? quantity.quantity : line.quantity}
                      onChange={(next) => {
                        if (typeof next !== 'number' || next < 1) return;
                        if (next === line.quantity) drop('set_quantity', line.id);
                        else put({ change: 'set_quantity', lineId: line.id, quantity: next });
                      }}
                    />
                  </Table.Td>
                  <Table.Td>
                    {line.priceMicros !== null && (
                      <AmountInput
                        aria-label={t('priceOf', { name: line.name })}
                        w={140}
                        digits={6}
                        disabled={removed || !may('set_price')}
                        value={price?.change === 'set_price' ? price.priceMicros : line.priceMicros}
                        onChange={(next) => {
                          if (next === null || next === line.priceMicros) drop('set_price', line.id);
                          else put({ change: 'set_price', lineId: line.id, priceMicros: next });
                        }}
                      />
                    )}
                  </Table.Td>
                  <Table.Td>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      disabled={!may('remove_line')}
                      aria-label={t(removed ? 'keepLine' : 'removeLine', { name: line.name })}
                      onClick={() =>
                        removed ? drop('remove_line', line.id) : put({ change: 'remove_line', lineId: line.id })
                      }
                    >
                      {removed ? <IconArrowBackUp size={16} /> : <IconTrash size={16} />}
                    </ActionIcon>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {found.length > SHOWN && <Text size="sm">{t('more', { count: found.length - SHOWN })}</Text>}
      <Additions changes={changes} onChange={onChange} currency={order.currency} may={may} />
    </Section>
  );
}

interface AdditionsProps {
  readonly changes: readonly EditChange[];
  readonly onChange: (changes: readonly EditChange[]) => void;
  readonly currency: string;
  readonly may: (kind: EditChange['change']) => boolean;
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
