import { MultiSelect, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session';
import { channelChoices, storeChoices } from '../setting-choices';

/** Whom something is for; an empty list: all. */
interface Audience {
  readonly stores: string[];
  readonly channels: string[];
  readonly groups: string[];
  readonly organisations: string[];
}

interface AudienceFieldsProps {
  readonly value: Audience;
  readonly onChange: (value: Partial<Audience>) => void;
  readonly at: (field: keyof Audience) => string | null;
}

/** For which stores, channels, customer groups and companies. */
export function AudienceFields({ value, onChange, at }: AudienceFieldsProps) {
  const { t } = useTranslation('pricing');
  const seesSettings = useMay('settings.view');
  const stores = useQuery({ ...storeChoices, enabled: seesSettings });
  const channels = useQuery({ ...channelChoices, enabled: seesSettings });
  return (
    <>
      <TagsInput
        label={t('groups')}
        description={t('groupsText')}
        value={value.groups}
        onChange={(groups) => onChange({ groups })}
        error={at('groups')}
      />
      <TagsInput
        label={t('organisations')}
        description={t('organisationsText')}
        value={value.organisations}
        onChange={(organisations) => onChange({ organisations })}
        error={at('organisations')}
      />
      <MultiSelect
        label={t('channels')}
        searchable
        value={value.channels}
        onChange={(chosen) => onChange({ channels: chosen })}
        data={withAll(
          (channels.data?.items ?? []).map((one) => ({ value: one.channel, label: one.name })),
          value.channels,
        )}
        error={at('channels')}
      />
      <MultiSelect
        label={t('stores')}
        searchable
        value={value.stores}
        onChange={(chosen) => onChange({ stores: chosen })}
        data={withAll(
          (stores.data?.items ?? []).map((one) => ({ value: one.store, label: one.name })),
          value.stores,
        )}
        error={at('stores')}
      />
    </>
  );
}

/** Choices with everything that stands there already. */
const withAll = (
  choices: readonly { readonly value: string; readonly label: string }[],
  present: readonly string[],
): { value: string; label: string }[] => [
  ...choices,
  ...present.filter((one) => !choices.some(({ value }) => value === one)).map((one) => ({ value: one, label: one })),
];
