import { ActionIcon, Button, Flex, Group, Input, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../intl-choices';
import type { ChoiceDraft } from './fields-draft';
import { newKey, without, written } from './rows';

interface ChoiceListProps {
  readonly value: readonly ChoiceDraft[];
  readonly languages: readonly string[];
  readonly error: string | null;
  readonly onChange: (choices: readonly ChoiceDraft[]) => void;
}

/** The values of a field that is chosen from a list, and what people read in the place of each. */
export function ChoiceList({ value, languages, error, onChange }: ChoiceListProps) {
  const { t, i18n } = useTranslation('document-types');
  return (
    <Input.Wrapper
      size="xs"
      label={t('choices')}
      labelElement="div"
      description={t('choicesText')}
      error={error}
      role="group"
      aria-label={t('choices')}
    >
      <Flex direction="column" gap={{ base: 'md', xs: 6 }} mt={4}>
        {value.map(({ key, value: choice, labels }, place) => {
          const name = t('choiceOf', { place: place + 1 });
          return (
            <Group key={key} gap={6} wrap="nowrap" align="flex-start">
              <Flex flex={1} gap={6} direction={{ base: 'column', xs: 'row' }}>
                <TextInput
                  flex={1}
                  size="xs"
                  aria-label={name}
                  placeholder={t('choiceValue')}
                  maxLength={200}
                  autoComplete="off"
                  spellCheck={false}
                  value={choice}
                  onChange={({ currentTarget }) => onChange(written(value, key, { value: currentTarget.value }))}
                  error={error !== null}
                />
                {languages.map((language) => (
                  <TextInput
                    key={language}
                    flex={1}
                    size="xs"
                    aria-label={`${name}: ${languageName(i18n.language, language)}`}
                    placeholder={language}
                    maxLength={200}
                    autoComplete="off"
                    value={labels[language] ?? ''}
                    onChange={({ currentTarget }) =>
                      onChange(written(value, key, { labels: { ...labels, [language]: currentTarget.value } }))
                    }
                  />
                ))}
              </Flex>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('takeAway', { name: choice === '' ? name : choice })}
                onClick={() => onChange(without(value, key))}
              >
                <IconX size={16} />
              </ActionIcon>
            </Group>
          );
        })}
        <Group>
          <Button
            variant="default"
            size="compact-xs"
            leftSection={<IconPlus size={12} />}
            onClick={() => onChange([...value, { key: newKey(), value: '', labels: {} }])}
          >
            {t('addChoice')}
          </Button>
        </Group>
      </Flex>
    </Input.Wrapper>
  );
}
