import { ActionIcon, Group, NumberInput, Select, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp, IconChevronDown, IconChevronUp, IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseProduct } from '../draft-orders/find-choices';
import type { Order } from '../order/order-queries';
import { AmountInput } from '../parts/amount-input';
import { changeOf, type ChangeOf, type Editing, type PlacedDelivery, withChange, withoutChange } from './draft-changes';

type Line = Order['lines'][number];

interface DraftLineProps extends Editing {
  readonly line: Line;
  /** Those that there will be. */
  readonly deliveries: readonly PlacedDelivery[];
}

/** One line: pieces, price, whether it stays; and, unfolded, its discount, promotions, delivery and what takes its place. */
export function DraftLine({ line, deliveries, changes, onChange, may }: DraftLineProps) {
  const { t } = useTranslation('drafts');
  const { id: lineId, name } = line;
  const removed = changeOf(changes, 'remove_line', { lineId });
  const replaced = changeOf(changes, 'replace_line', { lineId });
  const quantity = changeOf(changes, 'set_quantity', { lineId });
  const price = changeOf(changes, 'set_price', { lineId });
  const isGone = removed !== undefined || replaced !== undefined;
  const says = replaced !== undefined || APART.some((kind) => changeOf(changes, kind, { lineId }) !== undefined);
  const [isOpen, { toggle }] = useDisclosure(says);
  const more = useId();
  return (
    <>
      <Table.Tr td={isGone ? 'line-through' : undefined}>
        <Table.Td>
          {name}
          <Text size="xs" c="dimmed">
            {line.sku}
          </Text>
        </Table.Td>
        <Table.Td>
          <NumberInput
            aria-label={t('quantityOf', { name })}
            min={1}
            w={100}
            disabled={isGone || !may('set_quantity')}
            value={quantity?.quantity ?? line.quantity}
            onChange={(next) => {
              if (typeof next !== 'number' || next < 1) return;
              const change = { change: 'set_quantity', lineId, quantity: next } as const;
              onChange(next === line.quantity ? withoutChange(changes, change) : withChange(changes, change));
            }}
          />
        </Table.Td>
        <Table.Td>
          {line.priceMicros !== null && (
            <AmountInput
              aria-label={t('priceOf', { name })}
              w={140}
              digits={6}
              disabled={isGone || !may('set_price')}
              value={price?.priceMicros ?? line.priceMicros}
              onChange={(next) => {
                const change = { change: 'set_price', lineId, priceMicros: next ?? 0 } as const;
                const isAsBefore = next === null || next === line.priceMicros;
                onChange(isAsBefore ? withoutChange(changes, change) : withChange(changes, change));
              }}
            />
          )}
        </Table.Td>
        <Table.Td>
          <Group gap={4} wrap="nowrap" justify="flex-end">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('line.more', { name })}
              aria-expanded={isOpen}
              {...(isOpen ? { 'aria-controls': more } : {})}
              onClick={toggle}
            >
              {isOpen ? <IconChevronUp size={16} /> : <IconChevronDown size={16} />}
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={replaced !== undefined || !may('remove_line')}
              aria-label={t(removed === undefined ? 'removeLine' : 'keepLine', { name })}
              onClick={() =>
                onChange(
                  removed === undefined
                    ? withChange(changes, { change: 'remove_line', lineId })
                    : withoutChange(changes, removed),
                )
              }
            >
              {removed === undefined ? <IconTrash size={16} /> : <IconArrowBackUp size={16} />}
            </ActionIcon>
          </Group>
        </Table.Td>
      </Table.Tr>
      {isOpen && (
        <Table.Tr>
          <Table.Td colSpan={4} id={more}>
            <MoreOfLine line={line} deliveries={deliveries} changes={changes} onChange={onChange} may={may} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

const APART = ['set_line_discount', 'set_line_promotions', 'set_line_delivery'] as const;

function MoreOfLine({ line, deliveries, changes, onChange, may }: DraftLineProps) {
  const { t } = useTranslation('drafts');
  const { id: lineId, name } = line;
  const isGone = changeOf(changes, 'remove_line', { lineId }) !== undefined;
  const replaced = changeOf(changes, 'replace_line', { lineId });
  const discount = changeOf(changes, 'set_line_discount', { lineId });
  const promotions = changeOf(changes, 'set_line_promotions', { lineId });
  const delivery = changeOf(changes, 'set_line_delivery', { lineId });
  if (replaced !== undefined) return <Replaced name={name} change={replaced} changes={changes} onChange={onChange} />;
  return (
    <Group align="flex-end">
      {line.discountMicros !== null && (
        <AmountInput
          label={t('line.discount', { name })}
          w={190}
          digits={6}
          disabled={isGone || !may('set_line_discount')}
          value={discount?.discountMicros ?? line.discountMicros}
          onChange={(next) => {
            const change = { change: 'set_line_discount', lineId, discountMicros: next ?? 0 } as const;
            const isAsBefore = next === null || next === line.discountMicros;
            onChange(isAsBefore ? withoutChange(changes, change) : withChange(changes, change));
          }}
        />
      )}
      <Select
        label={t('line.promotions', { name })}
        w={220}
        allowDeselect={false}
        disabled={isGone || !may('set_line_promotions')}
        data={(['whole', 'keep', 'drop'] as const).map((value) => ({ value, label: t(`line.policy.${value}`) }))}
        value={promotions?.promotions ?? 'whole'}
        onChange={(chosen) => {
          const policy = chosen === 'keep' ? 'keep' : 'drop';
          const change = { change: 'set_line_promotions', lineId, promotions: policy } as const;
          const isAsWhole = chosen === 'whole' || chosen === null;
          onChange(isAsWhole ? withoutChange(changes, change) : withChange(changes, change));
        }}
      />
      {deliveries.length > 1 && (
        <Select
          label={t('line.delivery', { name })}
          w={220}
          allowDeselect={false}
          disabled={isGone || !may('set_line_delivery')}
          data={deliveries.map(({ id, place }) => ({ value: id, label: t('deliveryOf', { place }) }))}
          value={delivery?.deliveryId ?? line.deliveryId}
          onChange={(deliveryId) => {
            if (deliveryId === null) return;
            const change = { change: 'set_line_delivery', lineId, deliveryId } as const;
            const isAsBefore = deliveryId === line.deliveryId;
            onChange(isAsBefore ? withoutChange(changes, change) : withChange(changes, change));
          }}
        />
      )}
      {may('replace_line') && !isGone && (
        <ChooseProduct
          label={t('line.replace', { name })}
          onChoose={(sku) =>
            // What was said of the old line is not meant of the new one.
            onChange([
              ...changes.filter((each) => !('lineId' in each) || each.lineId !== lineId),
              { change: 'replace_line', lineId, sku },
            ])
          }
        />
      )}
    </Group>
  );
}

interface ReplacedProps extends Pick<Editing, 'changes' | 'onChange'> {
  readonly name: string;
  readonly change: ChangeOf<'replace_line'>;
}

/** What takes the place of the line, and how many of it: as many as were open where nobody says. */
function Replaced({ name, change, changes, onChange }: ReplacedProps) {
  const { t } = useTranslation('drafts');
  const text = t('line.replacedBy', { name, sku: change.sku });
  return (
    <Group align="flex-end">
      <Text size="sm">{text}</Text>
      <NumberInput
        label={t('line.pieces', { sku: change.sku })}
        description={t('line.allOpen')}
        min={1}
        w={190}
        value={change.quantity ?? ''}
        onChange={(next) => {
          const { quantity: _before, ...rest } = change;
          onChange(withChange(changes, typeof next === 'number' && next > 0 ? { ...rest, quantity: next } : rest));
        }}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('takeBackOf', { what: text })}
        onClick={() => onChange(withoutChange(changes, change))}
      >
        <IconArrowBackUp size={16} />
      </ActionIcon>
    </Group>
  );
}
