import { Badge, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldsIn, NO_FIELDS } from '../../documents/field-schema';
import { docket } from '../../docket';
import { Failed, Waiting } from '../../parts/state-of-page';
import { TargetFieldsForm } from './target-fields-form';
import { type Target, TARGETS } from './targets';
import { useAccountLanguages } from './use-account-languages';

/** The fields that the account adds to what comes with Docket, for each of these. */
export function TargetFieldsOfAll() {
  const { t } = useTranslation('document-types');
  const languages = useAccountLanguages();
  const [target, setTarget] = useState<string>(TARGETS[0]);
  const all = useQuery({
    queryKey: ['settings', 'custom-fields'],
    queryFn: () => docket.call('listCustomFields', { query: { limit: 100 } }),
  });
  if (all.error !== null) return <Failed error={all.error} onRetry={() => void all.refetch()} />;
  if (all.isPending || languages === null) return <Waiting height={52} />;
  const fieldsOf = (one: Target) => {
    const found = all.data.items.find((each) => each.target === one);
    return found === undefined ? NO_FIELDS : fieldsIn(found.fields);
  };
  return (
    // What was typed for one stays while one looks at another.
    <Tabs variant="pills" value={target} onChange={(chosen) => setTarget(chosen ?? TARGETS[0])}>
      <Tabs.List aria-label={t('targets')}>
        {TARGETS.map((one) => {
          const count = Object.keys(fieldsOf(one).properties).length;
          return (
            <Tabs.Tab
              key={one}
              value={one}
              rightSection={
                count > 0 && (
                  <Badge size="sm" variant="default">
                    {count}
                  </Badge>
                )
              }
            >
              {t(`target.${one}`)}
            </Tabs.Tab>
          );
        })}
      </Tabs.List>
      {TARGETS.map((one) => (
        <Tabs.Panel key={one} value={one} pt="md">
          <TargetFieldsForm target={one} value={fieldsOf(one)} languages={languages} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
