import { Fieldset, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface NewsFieldProps {
  readonly onValue: (events: readonly object[]) => void;
}

/** One word of the carrier, at this moment. */
export function NewsField({ onValue }: NewsFieldProps) {
  const { t } = useTranslation('order');
  const [description, setDescription] = useState('');
  const [city, setCity] = useState('');
  const tell = (words: { readonly description: string; readonly city: string }): void => {
    setDescription(words.description);
    setCity(words.city);
    const at = new Date().toISOString();
    const where = words.city === '' ? {} : { city: words.city };
    onValue(words.description === '' ? [] : [{ at, description: words.description, ...where }]);
  };
  return (
    <Fieldset legend={t('field.events')} p="sm">
      <Stack gap="xs">
        <TextInput
          label={t('field.description')}
          value={description}
          onChange={(event) => tell({ description: event.currentTarget.value, city })}
        />
        <TextInput
          label={t('field.city')}
          value={city}
          onChange={(event) => tell({ description, city: event.currentTarget.value })}
        />
      </Stack>
    </Fieldset>
  );
}
