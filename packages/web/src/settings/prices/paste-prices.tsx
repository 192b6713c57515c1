import { Alert, Table, Text, Textarea } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { ListTable } from '../../parts/listed';
import { notify } from '../../parts/notify';
import { SettingForm } from '../setting-form';
import { useSave } from '../use-save';
import { pastedPrices } from './pasted-prices';
import { Tiers } from './price-entries';
import type { PriceList } from './price-list-form';

interface PastePricesProps {
  readonly list: PriceList;
  readonly onDone: () => void;
}

/** What one request loads. */
const AT_ONCE = 1_000;
/** Rows that are shown of what was pasted. */
const SHOWN = 20;

/** Prices copied out of a table: shown as they were understood, and loaded when somebody has seen them. */
export function PastePrices({ list, onDone }: PastePricesProps) {
  const { t, i18n } = useTranslation('pricing');
  const [text, setText] = useState('');
  const { entries, wrong } = pastedPrices(text);
  const number = (count: number): string => count.toLocaleString(i18n.language);
  const save = useSave(
    async () => {
      const { priceList } = list;
      for (let from = 0; from < entries.length; from += AT_ONCE) {
        const items = entries.slice(from, from + AT_ONCE);
        await docket.call('loadPriceEntry', { path: { priceList }, body: { items } });
      }
    },
    () => {
      notify({ message: t('pasted', { count: entries.length }) });
      onDone();
    },
  );
  return (
    <SettingForm
      onSave={() => {
        if (entries.length > 0 && wrong.length === 0) save.mutate();
      }}
      isSaving={save.isPending}
      problem={save.error}
    >
      <Textarea
        label={t('pasteLabel')}
        description={t('pasteText')}
        required
        data-autofocus
        autosize
        minRows={6}
        maxRows={14}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {wrong.length > 0 && (
        <Alert color="orange" icon={<IconAlertCircle />} role="alert" py="xs">
          <Text size="sm">
            {t('wrongLines', { count: wrong.length, lines: wrong.slice(0, 10).map(number).join(', ') })}
          </Text>
          <Text size="sm">{t('wrongLinesText')}</Text>
        </Alert>
      )}
      {entries.length > 0 && (
        <>
          <Text size="sm">{t('understood', { count: entries.length })}</Text>
          <ListTable minWidth={320} columns={[{ name: t('sku') }, { name: t('prices'), figures: true }]}>
            {entries.slice(0, SHOWN).map((entry) => (
              <Table.Tr key={entry.sku}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{entry.sku}</Table.Td>
                <Table.Td ta="right" className="figure">
                  <Tiers entry={entry} currency={list.currency} />
                </Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
        </>
      )}
    </SettingForm>
  );
}
