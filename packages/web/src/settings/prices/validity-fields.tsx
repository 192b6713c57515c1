import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MomentInput } from './moment-input';

interface Validity {
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

interface ValidityFieldsProps {
  readonly value: Validity;
  readonly onChange: (value: Partial<Validity>) => void;
  readonly at: (pointer: string) => string | null;
}

/** From when until when something holds. */
export function ValidityFields({ value, onChange, at }: ValidityFieldsProps) {
  const { t } = useTranslation('pricing');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <MomentInput
        label={t('validFrom')}
        value={value.validFrom}
        onChange={(validFrom) => onChange({ validFrom })}
        error={at('/validFrom')}
      />
      <MomentInput
        label={t('validUntil')}
        value={value.validUntil}
        onChange={(validUntil) => onChange({ validUntil })}
        error={at('/validUntil')}
      />
    </SimpleGrid>
  );
}
