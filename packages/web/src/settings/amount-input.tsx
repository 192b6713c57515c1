import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decimalMark } from './intl-choices';

interface AmountInputProps {
  readonly label: string;
  readonly description?: string;
  /** Digits behind the point; those that are kept, whatever is typed: 2 of EUR, 6 of a unit price. */
  readonly digits: number;
  /** In the smallest unit: cents, millionths; null: nothing. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly error?: string | null;
  readonly required?: boolean;
  readonly suffix?: string;
}

/** An amount, typed in the major unit and kept in the smallest one. */
export function AmountInput({ digits, value, onChange, ...field }: AmountInputProps) {
  const { i18n } = useTranslation();
  // As it is typed: `5.0` is on its way to `5.05`.
  const [typed, setTyped] = useState<string | number>(value === null ? '' : value / 10 ** digits);
  return (
    <NumberInput
      {...field}
      hideControls
      min={0}
      allowNegative={false}
      decimalScale={digits}
      decimalSeparator={decimalMark(i18n.language)}
      allowedDecimalSeparators={['.', ',']}
      value={typed}
      onChange={(next) => {
        setTyped(next);
        onChange(next === '' ? null : Math.round(Number(next) * 10 ** digits));
      }}
    />
  );
}
