import { NumberInput } from '@mantine/core';

interface CountInputProps {
  readonly label: string;
  readonly description?: string;
  /** Null: nothing. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly error?: string | null;
  readonly required?: boolean;
  readonly min?: number;
}

/** A whole number. */
export function CountInput({ value, onChange, min = 1, ...field }: CountInputProps) {
  return (
    <NumberInput
      {...field}
      hideControls
      min={min}
      max={1_000_000}
      allowDecimal={false}
      allowNegative={min < 0}
      value={value ?? ''}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed : null)}
    />
  );
}
