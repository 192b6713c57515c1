import { Group, Input, NumberInput, Select } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

const UNITS = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 } as const;
type Unit = keyof typeof UNITS;
const NAMES = Object.keys(UNITS) as Unit[];

interface DurationInputProps {
  readonly label: string;
  readonly description: string;
  /** Whole seconds. */
  readonly value: number;
  readonly onChange: (seconds: number) => void;
  readonly error: string | null;
}

/** A duration in the largest unit that says it in whole numbers. */
export function DurationInput({ label, description, value, onChange, error }: DurationInputProps) {
  const { t } = useTranslation('setting');
  const [unit, setUnit] = useState<Unit>(
    () => NAMES.findLast((name) => value !== 0 && value % UNITS[name] === 0) ?? 'minutes',
  );
  const id = useId();
  return (
    <Input.Wrapper id={id} label={label} description={description} error={error} required>
      <Group gap="xs" wrap="nowrap" mt={5}>
        <NumberInput
          id={id}
          flex={1}
          required
          min={0}
          allowDecimal={false}
          error={error !== null}
          value={value / UNITS[unit]}
          onChange={(number) => onChange(Math.round(Number(number) * UNITS[unit]))}
        />
        <Select
          w={124}
          aria-label={t('unitOf', { name: label })}
          allowDeselect={false}
          value={unit}
          onChange={(chosen) => {
            if (chosen === null) return;
            setUnit(chosen);
            onChange(Math.round((value / UNITS[unit]) * UNITS[chosen]));
          }}
          data={NAMES.map((name) => ({ value: name, label: t(`unit.${name}`) }))}
        />
      </Group>
    </Input.Wrapper>
  );
}
