import { Input, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Labels } from '../../documents/labels';
import { languageName } from '../intl-choices';

interface LabelsInputProps {
  readonly label: string;
  readonly description?: string;
  readonly languages: readonly string[];
  readonly value: Labels;
  readonly onChange: (labels: Labels) => void;
  readonly error?: string | null;
  readonly required?: boolean;
  readonly size?: 'xs' | 'sm';
}

/** A text in each of the languages, a row for each. */
export function LabelsInput(props: LabelsInputProps) {
  const { label, description, languages, value, onChange, error = null, required = false, size = 'sm' } = props;
  const { i18n } = useTranslation();
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      description={description}
      error={error}
      withAsterisk={required}
      size={size}
      role="group"
      aria-label={label}
    >
      <Stack gap={4} mt={description === undefined ? 0 : 5}>
        {languages.map((language) => (
          <TextInput
            key={language}
            size={size}
            aria-label={`${label}: ${languageName(i18n.language, language)}`}
            leftSection={
              <Text span size="xs" c="dimmed">
                {language}
              </Text>
            }
            leftSectionWidth={language.length > 3 ? 60 : 36}
            maxLength={200}
            autoComplete="off"
            value={value[language] ?? ''}
            onChange={({ currentTarget }) => onChange({ ...value, [language]: currentTarget.value })}
            error={error !== null}
          />
        ))}
      </Stack>
    </Input.Wrapper>
  );
}
