import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decimalMark } from '../settings/intl-choices';

interface AmountInputProps {
  /** One of both, or nobody knows what it is. */
  readonly label?: string;
  readonly 'aria-label'?: string;
  readonly w?: number;
  readonly size?: 'xs' | 'sm';
  readonly description?: string;
  /** Digits behind the point; those that are kept, whatever is typed: 2 of EUR, 6 of a unit price. */
  readonly digits: number;
  /** In the smallest unit: cents, millionths; null: nothing. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly error?: string | null;
  readonly required?: boolean;
  readonly withAsterisk?: boolean;
  readonly disabled?: boolean;
  readonly suffix?: string;
  readonly 'data-autofocus'?: true;
  /** Below nothing too. */
  readonly isSigned?: boolean;
}

/** An amount, typed in the major unit and kept in the smallest one. */
export function AmountInput({ digits, value, onChange, isSigned = false, ...field }: AmountInputProps) {
  const { i18n } = useTranslation();
  // As it is typed: `5.0` is on its way to `5.05`.
  const [typed, setTyped] = useState<string | number>(value === null ? '' : value / 10 ** digits);
  return (
    <NumberInput
      {...field}
      hideControls
      {...(isSigned ? {} : { min: 0 })}
      allowNegative={isSigned}
      decimalScale={digits}
      decimalSeparator={decimalMark(i18n.language)}
      allowedDecimalSeparators={['.', ',']}
      value={typed}
      onChange={(next) => {
        setTyped(next);
        // A lone sign is no number yet.
        onChange(next === '' || Number.isNaN(Number(next)) ? null : Math.round(Number(next) * 10 ** digits));
      }}
    />
  );
}
