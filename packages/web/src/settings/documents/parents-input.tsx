import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { typesQuery } from '../../documents/definitions';
import { labelIn } from '../../documents/labels';
import { BUILT_IN_PARENTS } from './targets';

interface ParentsInputProps {
  readonly value: readonly string[];
  readonly error: string | null;
  readonly onChange: (parents: readonly string[]) => void;
}

/** What documents of a type may hang under: the order, documents that come with Docket, documents of the account. */
export function ParentsInput({ value, error, onChange }: ParentsInputProps) {
  const { t, i18n } = useTranslation(['document-types', 'setting']);
  const types = useQuery(typesQuery);
  const ofAccount = (types.data ?? []).map(({ type, labels }) => ({
    value: type,
    label: labelIn(labels, i18n.language, type),
  }));
  const known: readonly string[] = [...BUILT_IN_PARENTS, ...ofAccount.map((each) => each.value)];
  const gone = value.filter((parent) => !known.includes(parent)).map((parent) => ({ value: parent, label: parent }));
  return (
    <MultiSelect
      label={t('parents')}
      description={t('parentsText')}
      required
      searchable
      nothingFoundMessage={t('setting:nothingFound')}
      data={[
        {
          group: t('builtIn'),
          items: BUILT_IN_PARENTS.map((parent) => ({ value: parent, label: t(`target.${parent}`) })),
        },
        { group: t('ofAccount'), items: [...ofAccount, ...gone] },
      ]}
      value={[...value]}
      onChange={onChange}
      error={error}
    />
  );
}
