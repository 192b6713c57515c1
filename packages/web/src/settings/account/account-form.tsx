import { Button, Fieldset, Group, NumberInput, Select, SimpleGrid, Stack, TagsInput, Text } from '@mantine/core';
import type { AnswerOf } from '@docket/sdk';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { notify } from '../../parts/notify';
import { Refused } from '../../parts/refused';
import { submitted } from '../../parts/submitted';
import { useMay } from '../../session/session';
import { changedFields } from '../changed-fields';
import { DurationInput } from '../duration-input';
import { fieldProblem } from '../field-problem';
import { timeZones } from '../intl-choices';
import { useDraft } from '../use-draft';
import { NameInput } from '../name-input';
import { SearchSelect } from '../search-select';
import { DocumentNumbersFields, NUMBERED_KINDS } from '../document-numbers-fields';
import { OrderNumbersInput } from '../order-numbers-input';
import { useSave } from '../use-save';
import { AccountDefaults } from './account-defaults';

export type Account = AnswerOf<'getAccount'>;

const ROUNDINGS = ['half_up', 'half_even', 'down'] as const satisfies readonly Account['rounding'][];
const NUMBERED = [...NUMBERED_KINDS, 'consignment'] as const;

const FIELDS = [
  'name',
  'timeZone',
  'languages',
  'orderNumbers',
  'defaultStore',
  'defaultChannel',
  'defaultWorkflow',
  'cancellationWindow',
  'placementTimeout',
  'mostDocuments',
  ...NUMBERED.map((kind) => `documentNumbers/${kind}`),
].map((field) => `/${field}`);

/** Everything of the account that may be changed; only what somebody changed is sent. */
export function AccountForm({ value }: { readonly value: Account }) {
  const { t } = useTranslation(['account', 'setting']);
  const mayEdit = useMay('settings.edit');
  const [stored, setStored] = useState(value);
  const { draft, write } = useDraft(value);
  const changed = changedFields(stored, draft);
  const save = useSave(
    async () => (changed === null ? stored : docket.call('changeAccount', { body: changed })),
    (account) => {
      setStored(account);
      write(account);
      notify({ color: 'green', message: t('setting:saved') });
    },
  );
  const { at, rest } = fieldProblem(save.error, FIELDS);
  return (
    <form onSubmit={submitted(() => save.mutate())}>
      <Fieldset variant="unstyled" disabled={!mayEdit} maw={760} p={0} m={0}>
        <Stack gap="lg">
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <NameInput
              description={t('idText', { id: stored.account })}
              value={draft.name}
              onChange={(name) => write({ name })}
              error={at('/name')}
            />
            <SearchSelect
              label={t('timeZone')}
              description={t('timeZoneText')}
              value={draft.timeZone}
              onChoose={(timeZone) => write({ timeZone })}
              data={timeZones(draft.timeZone)}
              error={at('/timeZone')}
            />
            <TagsInput
              label={t('languages')}
              description={t('languagesText')}
              value={draft.languages}
              onChange={(languages) => write({ languages })}
              error={at('/languages')}
            />
            <OrderNumbersInput
              label={t('orderNumbers')}
              description={t('orderNumbersText', { example: '{year}-{sequence:6}' })}
              value={draft.orderNumbers}
              onChange={(orderNumbers) => write({ orderNumbers })}
              error={at('/orderNumbers')}
            />
          </SimpleGrid>
          <Section title={t('orders')} text={t('ordersText')}>
            <AccountDefaults draft={draft} write={write} at={at} />
            <Select
              label={t('rounding')}
              allowDeselect={false}
              value={draft.rounding}
              onChange={(rounding) => {
                if (rounding !== null) write({ rounding });
              }}
              data={ROUNDINGS.map((rounding) => ({ value: rounding, label: t(`roundings.${rounding}`) }))}
            />
            <DurationInput
              label={t('cancellationWindow')}
              description={t('cancellationWindowText')}
              value={draft.cancellationWindow}
              onChange={(cancellationWindow) => write({ cancellationWindow })}
              error={at('/cancellationWindow')}
            />
            <DurationInput
              label={t('placementTimeout')}
              description={t('placementTimeoutText')}
              value={draft.placementTimeout}
              onChange={(placementTimeout) => write({ placementTimeout })}
              error={at('/placementTimeout')}
            />
          </Section>
          <NumberInput
            label={t('mostDocuments')}
            description={t('mostDocumentsText')}
            min={0}
            max={100_000}
            allowDecimal={false}
            maw={320}
            value={draft.mostDocuments}
            onChange={(most) => write({ mostDocuments: Number(most) || 0 })}
            error={at('/mostDocuments')}
          />
          <Section title={t('documentNumbers')} text={t('documentNumbersText', { example: 'R-{year}-{yearly:5}' })}>
            <DocumentNumbersFields
              kinds={NUMBERED}
              value={draft.documentNumbers}
              onChange={(documentNumbers) => write({ documentNumbers })}
              error={at}
            />
          </Section>
          <Refused error={rest} />
          {mayEdit && (
            <Group justify="flex-end">
              <Button type="submit" loading={save.isPending} disabled={changed === null}>
                {t('shell:save')}
              </Button>
            </Group>
          )}
        </Stack>
      </Fieldset>
    </form>
  );
}

interface SectionProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Section({ title, text, children }: SectionProps) {
  return (
    <Stack gap="sm" component="section">
      <div>
        <Text component="h2" fw={600}>
          {title}
        </Text>
        <Text size="sm" c="dimmed">
          {text}
        </Text>
      </div>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>{children}</SimpleGrid>
    </Stack>
  );
}
