import { MultiSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { languageChoices } from '../intl-choices';

interface LanguagesInputProps {
  readonly value: readonly string[];
  readonly onChange: (languages: readonly string[]) => void;
}

/** The languages in which everything here is called something. The last one stays. */
export function LanguagesInput({ value, onChange }: LanguagesInputProps) {
  const { t, i18n } = useTranslation(['document-types', 'setting']);
  const choices = useMemo(() => languageChoices(i18n.language, value), [i18n.language, value]);
  return (
    <MultiSelect
      label={t('languages')}
      description={t('languagesText')}
      searchable
      limit={50}
      maxDropdownHeight={280}
      nothingFoundMessage={t('setting:nothingFound')}
      data={choices}
      value={[...value]}
      onChange={(languages) => {
        if (languages.length > 0) onChange(languages);
      }}
    />
  );
}
