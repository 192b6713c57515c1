import { ActionIcon, Button, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { currencyDigits } from '../format/currency-digits';
import { Section } from '../order/section';
import { AmountInput } from '../parts/amount-input';
import { FoundLines } from '../parts/found-lines';
import { ChooseProduct } from './find-choices';
import { addedLine, nextRow, type TypedDraftOrder, type TypedLine } from './typed-draft-order';

interface DraftOrderLinesProps {
  readonly typed: TypedDraftOrder;
  readonly isOpen: boolean;
  readonly onChange: (changes: Partial<TypedDraftOrder>) => void;
}

/** What the buyer gets: products with their pieces, a price of its own where somebody says why, discounts by hand. */
export function DraftOrderLines({ typed, isOpen, onChange }: DraftOrderLinesProps) {
  const { t } = useTranslation('draft-orders');
  const { lines, discounts } = typed;
  const put = (row: number, changes: Partial<TypedLine>): void =>
    onChange({ lines: lines.map((line) => (line.row === row ? { ...line, ...changes } : line)) });
  const add = (sku: string, shownName: string): void =>
    onChange({ lines: [...lines, addedLine(lines, sku, shownName)] });
  return (
    <Section title={t('lines')}>
      <FoundLines lines={lines} textOf={({ sku, shownName }) => `${sku} ${shownName}`}>
        {(found) => (
          <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
            {found.map((line) => {
              const name = line.shownName;
              return (
                <Group component="li" key={line.row} gap="xs" align="flex-end" wrap="wrap">
                  <Stack gap={0} flex="1 1 160px" miw={0} style={{ overflowWrap: 'anywhere' }}>
                    <Text size="sm" fw={500}>
                      {name}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {line.sku}
                    </Text>
                  </Stack>
                  <NumberInput
                    size="xs"
                    label={t('quantity')}
                    aria-label={t('quantityOf', { name })}
                    w={80}
                    min={1}
                    allowDecimal={false}
                    disabled={!isOpen}
                    value={line.quantity}
                    onChange={(next) => {
                      if (typeof next === 'number' && next >= 1) put(line.row, { quantity: next });
                    }}
                  />
                  <AmountInput
                    size="xs"
                    label={t('ownPrice')}
                    aria-label={t('priceOf', { name })}
                    w={110}
                    digits={6}
                    disabled={!isOpen}
                    value={line.priceMicros}
                    onChange={(priceMicros) => put(line.row, { priceMicros })}
                  />
                  {line.priceMicros !== null && (
                    <TextInput
                      size="xs"
                      label={t('priceReason')}
                      aria-label={t('reasonOf', { name })}
                      flex="1 1 140px"
                      maxLength={300}
                      disabled={!isOpen}
                      required
                      value={line.priceReason}
                      onChange={({ currentTarget }) => put(line.row, { priceReason: currentTarget.value })}
                    />
                  )}
                  {typed.deliveries.length > 1 && (
                    <Select
                      size="xs"
                      label={t('goesWith')}
                      aria-label={t('deliveryOf', { name })}
                      w={110}
                      allowDeselect={false}
                      disabled={!isOpen}
                      value={goesWith(line, typed.deliveries)}
                      onChange={(deliveryId) => {
                        if (deliveryId !== null) put(line.row, { rest: { ...line.rest, deliveryId } });
                      }}
                      data={typed.deliveries.map(({ id }, index) => ({
                        value: id,
                        label: t('deliveryNumber', { number: index + 1 }),
                      }))}
                    />
                  )}
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="input-xs"
                    disabled={!isOpen}
                    aria-label={t('removeLine', { name })}
                    onClick={() => onChange({ lines: lines.filter(({ row }) => row !== line.row) })}
                  >
                    <IconTrash size={16} />
                  </ActionIcon>
                </Group>
              );
            })}
          </Stack>
        )}
      </FoundLines>
      {isOpen && <ChooseProduct onChoose={add} />}
      <Stack gap="xs">
        {discounts.map((discount) => (
          <Group key={discount.row} align="flex-end" wrap="nowrap">
            <TextInput
              flex={1}
              label={t('discountName')}
              required
              maxLength={200}
              disabled={!isOpen}
              value={discount.name}
              onChange={({ currentTarget: { value: name } }) =>
                onChange({ discounts: discounts.map((each) => (each.row === discount.row ? { ...each, name } : each)) })
              }
            />
            <AmountInput
              label={t('amount')}
              w={110}
              required
              digits={currencyDigits(typed.currency)}
              disabled={!isOpen}
              value={discount.amount}
              onChange={(amount) =>
                onChange({
                  discounts: discounts.map((each) => (each.row === discount.row ? { ...each, amount } : each)),
                })
              }
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="input-sm"
              disabled={!isOpen}
              aria-label={t('removeDiscount', { name: discount.name })}
              onClick={() => onChange({ discounts: discounts.filter(({ row }) => row !== discount.row) })}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
      {isOpen && (
        <Group>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => {
              const row = nextRow(discounts);
              onChange({ discounts: [...discounts, { row, id: freeId(discounts), name: '', amount: null }] });
            }}
          >
            {t('addDiscount')}
          </Button>
        </Group>
      )}
    </Section>
  );
}

/** The first delivery, where the line names none that stands. */
const goesWith = ({ rest }: TypedLine, deliveries: TypedDraftOrder['deliveries']): string | null =>
  (deliveries.find(({ id }) => id === rest.deliveryId) ?? deliveries[0])?.id ?? null;

function freeId(taken: readonly { readonly id: string }[]): string {
  let number = taken.length + 1;
  while (taken.some(({ id }) => id === `manual-${number}`)) number += 1;
  return `manual-${number}`;
}
