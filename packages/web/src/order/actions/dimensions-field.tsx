import { Fieldset, Group, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const SIDES = ['length', 'width', 'height'] as const;
type Dimensions = Readonly<Partial<Record<(typeof SIDES)[number], number>>>;

interface DimensionsFieldProps {
  readonly label: string;
  readonly value: unknown;
  readonly onValue: (value: unknown) => void;
}

/** Millimetres of three sides; they are sent when all of them are there. */
export function DimensionsField({ label, value, onValue }: DimensionsFieldProps) {
  const { t } = useTranslation('order');
  const [typed, setTyped] = useState<Dimensions>((value as Dimensions | undefined) ?? {});
  const type = (side: (typeof SIDES)[number], length: number | undefined): void => {
    const { [side]: _, ...others } = typed;
    const next: Dimensions = length === undefined ? others : { ...others, [side]: length };
    setTyped(next);
    onValue(SIDES.every((each) => next[each] !== undefined) ? next : undefined);
  };
  return (
    <Fieldset legend={label} p="sm">
      <Group grow gap="xs">
        {SIDES.map((side) => (
          <NumberInput
            key={side}
            size="xs"
            label={t(`field.${side}`)}
            min={1}
            allowDecimal={false}
            value={typed[side] ?? ''}
            onChange={(length) => type(side, typeof length === 'number' ? length : undefined)}
          />
        ))}
      </Group>
    </Fieldset>
  );
}
