import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BuyersPart } from './draft-order-source';
import { Part } from './part';

export type Missing = 'email' | 'name' | 'address';

const FIELDS = {
  email: ['email'],
  name: ['firstName', 'lastName'],
  address: ['receiver', 'street', 'postalCode', 'city', 'country'],
} as const satisfies Readonly<Record<Missing, readonly string[]>>;

type Field = (typeof FIELDS)[Missing][number];
export type Said = Readonly<Record<Field, string>>;

export const NOTHING_SAID: Said = {
  email: '',
  firstName: '',
  lastName: '',
  receiver: '',
  street: '',
  postalCode: '',
  city: '',
  country: '',
};

const NEEDED: ReadonlySet<Field> = new Set<Field>(['email', 'lastName', 'street', 'city', 'country']);
const BROWSERS_NAME: Readonly<Record<Field, string>> = {
  email: 'email',
  firstName: 'given-name',
  lastName: 'family-name',
  receiver: 'name',
  street: 'street-address',
  postalCode: 'postal-code',
  city: 'address-level2',
  country: 'country',
};

/** What the shop left open, for the buyer to say. */
export function BuyersPartFields({
  missing,
  said,
  onSay,
}: {
  readonly missing: readonly Missing[];
  readonly said: Said;
  readonly onSay: (said: Said) => void;
}) {
  const { t } = useTranslation('shopper');
  return (
    <Part title={t('draftOrder.yourPart')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {missing
          .flatMap((part): readonly Field[] => FIELDS[part])
          .map((field) => (
            <TextInput
              key={field}
              label={t(`draftOrder.fields.${field}`)}
              type={field === 'email' ? 'email' : 'text'}
              required={NEEDED.has(field)}
              maxLength={field === 'country' ? 2 : 200}
              autoComplete={BROWSERS_NAME[field]}
              value={said[field]}
              onChange={({ currentTarget }) => onSay({ ...said, [field]: currentTarget.value })}
            />
          ))}
      </SimpleGrid>
    </Part>
  );
}

/** What is sent of it: what was asked for and said. */
export function partOf(said: Said, missing: readonly Missing[]): BuyersPart {
  const given = (fields: readonly Field[]): Record<string, string> =>
    Object.fromEntries(fields.flatMap((field) => (said[field].trim() === '' ? [] : [[field, said[field].trim()]])));
  const { country, ...address } = given(FIELDS.address);
  return {
    ...(missing.includes('email') ? given(FIELDS.email) : {}),
    ...(missing.includes('name') ? given(FIELDS.name) : {}),
    ...(missing.includes('address') && country !== undefined
      ? { address: { ...address, country: country.toUpperCase() } }
      : {}),
  };
}
