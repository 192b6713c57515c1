import { Button, Collapse, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../order/order-queries';
import { type ChangeOf, type Editing, withChange, withoutChange } from './draft-changes';

const PARTS = ['receiver', 'street', 'number', 'complement', 'postalCode', 'city', 'state', 'country'] as const;
type Address = ChangeOf<'set_address'>['address'];

interface DraftAddressProps extends Editing {
  readonly present: Order['billingAddress'];
  /** Null: the billing address of the order. */
  readonly deliveryId: string | null;
  readonly name: string;
}

/** An address, folded until somebody changes it. What is left as it is makes no change. */
export function DraftAddress({ changes, onChange, may, present, deliveryId, name }: DraftAddressProps) {
  const { t } = useTranslation('drafts');
  const about = deliveryId === null ? {} : { deliveryId };
  const change = changes.find(
    (each): each is ChangeOf<'set_address'> =>
      each.change === 'set_address' && (each.deliveryId ?? null) === deliveryId,
  );
  const [open, { toggle }] = useDisclosure(change !== undefined);
  const fields = useId();
  const shown: Readonly<Record<string, unknown>> = { ...present, ...change?.address };
  const write = (part: string, text: string): void => {
    const filled: Readonly<Record<string, unknown>> = Object.fromEntries(
      Object.entries({ ...shown, [part]: text }).filter(([, value]) => value !== null && value !== ''),
    );
    const next = { change: 'set_address', ...about, address: filled as unknown as Address } as const;
    const had: Readonly<Record<string, unknown>> = Object.fromEntries(
      Object.entries<unknown>({ ...present }).filter(([, value]) => value !== null && value !== ''),
    );
    const isSame = PARTS.every((each) => textOf(filled[each]) === textOf(had[each]));
    const others = deliveryId === null ? changes.filter((each) => each !== change) : withoutChange(changes, next);
    onChange(isSame ? others : deliveryId === null ? [...others, next] : withChange(changes, next));
  };
  if (!may('set_address')) return null;
  return (
    <Stack gap="xs">
      <Group>
        <Button size="xs" variant="subtle" aria-expanded={open} aria-controls={fields} onClick={toggle}>
          {name}
        </Button>
      </Group>
      <Collapse expanded={open} id={fields}>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {PARTS.map((part) => (
            <TextInput
              key={part}
              label={t(`address.${part}`)}
              maxLength={part === 'country' ? 2 : 200}
              value={textOf(shown[part])}
              onChange={({ currentTarget: { value } }) => write(part, part === 'country' ? value.toUpperCase() : value)}
            />
          ))}
        </SimpleGrid>
      </Collapse>
    </Stack>
  );
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
