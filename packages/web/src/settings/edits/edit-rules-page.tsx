import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp, IconEdit } from '@tabler/icons-react';
import type { AnswerOf } from '@docket/sdk';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { ConfirmButton } from '../../parts/confirm-button';
import { ListTable } from '../../parts/listed';
import { PageFrame } from '../../parts/page-frame';
import { SideDrawer } from '../../parts/side-drawer';
import { Failed, Waiting } from '../../parts/state-of-page';
import { useMay } from '../../session/session';
import { settingsChanged } from '../use-save';
import { EditRuleForm } from './edit-rule-form';

export type EditRule = AnswerOf<'listEditRule'>['items'][number];
type Change = EditRule['change'];

/** A kind of change with what holds of it: the rule of the account, or the default. */
interface Ruled {
  readonly change: Change;
  readonly rule: EditRule;
  readonly isOwn: boolean;
}

const rulesQuery = queryOptions({
  queryKey: ['settings', 'edit-rules'],
  queryFn: () => docket.call('listEditRule', { query: { limit: 1_000 } }),
});
const defaultsQuery = queryOptions({
  queryKey: ['settings', 'edit-rule-defaults'],
  queryFn: () => docket.call('listEditRuleDefaults', {}),
});

/** What of a placed order may be edited at which stage, and about what the buyer is asked first. */
export function EditRulesPage() {
  const { t } = useTranslation('drafts');
  const rules = useQuery(rulesQuery);
  const defaults = useQuery(defaultsQuery);
  const error = rules.error ?? defaults.error;
  return (
    <PageFrame title={t('rules.title')}>
      <Text size="sm" c="dimmed" maw={720}>
        {t('rules.text')}
      </Text>
      {error !== null && (
        <Failed error={error} onRetry={() => void Promise.all([rules.refetch(), defaults.refetch()])} />
      )}
      {error === null && (rules.data === undefined || defaults.data === undefined) && <Waiting />}
      {rules.data !== undefined && defaults.data !== undefined && (
        <Rules
          stages={defaults.data.stages}
          rules={defaults.data.items.map(({ change, stages }) => {
            const own = rules.data.items.find((rule) => rule.change === change);
            return { change, rule: own ?? { change, stages, consent: null }, isOwn: own !== undefined };
          })}
        />
      )}
    </PageFrame>
  );
}

interface RulesProps {
  readonly rules: readonly Ruled[];
  readonly stages: EditRule['stages'];
}

function Rules({ rules, stages: all }: RulesProps) {
  const { t } = useTranslation(['drafts', 'setting']);
  const mayEdit = useMay('settings.edit');
  const [opened, { open, close }] = useDisclosure(false);
  const [changed, setChanged] = useState<EditRule | null>(null);
  const stagesOf = (stages: EditRule['stages']): string =>
    stages.length === 0 ? t('rules.never') : stages.map((stage) => t(`stage.${stage}`)).join(', ');
  return (
    <>
      <ListTable
        minWidth={720}
        columns={[
          { name: t('rules.change') },
          { name: t('rules.stages') },
          { name: t('rules.consent') },
          ...(mayEdit ? [{ name: '' }] : []),
        ]}
      >
        {rules.map(({ change, rule, isOwn }) => (
          <Table.Tr key={change}>
            <Table.Td>
              {t(`kind.${change}`)}
              {isOwn && (
                <Badge ml="xs" size="xs" variant="light">
                  {t('rules.own')}
                </Badge>
              )}
            </Table.Td>
            <Table.Td>{stagesOf(rule.stages)}</Table.Td>
            <Table.Td>
              {rule.consent === null
                ? t('rules.noConsent')
                : t(`rules.asked.${rule.consent.when}`, { stages: stagesOf(rule.consent.stages) })}
            </Table.Td>
            {mayEdit && (
              <Table.Td>
                <Group gap={6} wrap="nowrap" justify="flex-end">
                  <Button
                    variant="default"
                    size="xs"
                    leftSection={<IconEdit size={14} />}
                    aria-label={t('setting:editOne', { name: t(`kind.${change}`) })}
                    onClick={() => {
                      setChanged(rule);
                      open();
                    }}
                  >
                    {t('setting:edit')}
                  </Button>
                  {isOwn && (
                    <ConfirmButton
                      label={t('rules.asDefault')}
                      text={t('rules.asDefaultText', { change: t(`kind.${change}`) })}
                      icon={<IconArrowBackUp size={14} />}
                      act={async () => {
                        await docket.call('removeEditRule', { path: { change } });
                        await settingsChanged();
                      }}
                    />
                  )}
                </Group>
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </ListTable>
      <SideDrawer opened={opened} onClose={close} size="md" title={changed === null ? '' : t(`kind.${changed.change}`)}>
        {changed !== null && <EditRuleForm key={changed.change} value={changed} stages={all} onDone={close} />}
      </SideDrawer>
    </>
  );
}
