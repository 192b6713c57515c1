import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TypedAddress } from './typed-address';

const PARTS = ['receiver', 'street', 'postalCode', 'city', 'country'] as const;

interface AddressFieldsProps {
  readonly address: TypedAddress;
  readonly onChange: (address: TypedAddress) => void;
}

/** An address, part by part; the country alone has to be there. */
export function AddressFields({ address, onChange }: AddressFieldsProps) {
  const { t } = useTranslation('shell');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      {PARTS.map((part) => (
        <TextInput
          key={part}
          label={t(`address.${part}`)}
          required={part === 'country'}
          maxLength={part === 'country' ? 2 : 200}
          value={address[part]}
          onChange={({ currentTarget }) => onChange({ ...address, [part]: currentTarget.value })}
        />
      ))}
    </SimpleGrid>
  );
}
