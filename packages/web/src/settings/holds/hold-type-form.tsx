import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { everyRole } from '../../access/role';
import { docket } from '../../docket';
import { BlockedField } from '../../holds/blocked-field';
import type { HoldType } from '../../holds/hold-type';
import { useMay } from '../../session/session';
import { ActiveSwitch } from '../active-switch';
import { changedFields, ONLY_NEW } from '../changed-fields';
import { fieldProblem } from '../field-problem';
import { KeyInput } from '../key-input';
import { NameInput } from '../name-input';
import { SearchSelect } from '../search-select';
import { withPresent } from '../setting-choices';
import { SettingForm } from '../setting-form';
import { useDraft } from '../use-draft';
import { useSave } from '../use-save';

interface HoldTypeFormProps {
  /** Null: a new one. */
  readonly value: HoldType | null;
  readonly onDone: () => void;
}

const NEW: Omit<HoldType, 'holdType'> = { name: '', blocks: ['shipping'], releaseBy: null, active: true };
/** Permissions that say something about who looks into an order; the API takes any. */
const PERMISSIONS = [
  'orders.cancel',
  'orders.delete',
  'orders.invoice',
  'orders.refund',
  'orders.reprice',
  'orders.ship',
] as const;

export function HoldTypeForm({ value, onDone }: HoldTypeFormProps) {
  const { t } = useTranslation(['holds', 'setting']);
  const [key, setKey] = useState('');
  const { draft, write } = useDraft<Omit<HoldType, 'holdType'>>(value ?? NEW);
  const roles = useQuery({ ...everyRole, enabled: useMay('access.view') });
  const save = useSave(async () => {
    if (value === null) return docket.call('putHoldType', { path: { holdType: key }, body: draft }, ONLY_NEW);
    const body = changedFields(value, { ...value, ...draft });
    return body === null ? value : docket.call('changeHoldType', { path: { holdType: value.holdType }, body });
  }, onDone);
  const { at, isTaken, rest } = fieldProblem(save.error, ['/holdType', '/name', '/blocks', '/releaseBy']);
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      {value === null && (
        <KeyInput
          label={t('setting:id')}
          description={t('idText')}
          value={key}
          onChange={setKey}
          isTaken={isTaken}
          error={at('/holdType')}
        />
      )}
      <NameInput value={draft.name} onChange={(name) => write({ name })} error={at('/name')} />
      <BlockedField
        label={t('blocks')}
        description={t('blocksText')}
        required
        value={draft.blocks}
        onChange={(blocks) => write({ blocks })}
        error={at('/blocks')}
      />
      <SearchSelect
        label={t('releaseBy')}
        description={t('releaseByText')}
        value={draft.releaseBy}
        onClear={() => write({ releaseBy: null })}
        onChoose={(releaseBy) => write({ releaseBy })}
        data={withPresent(
          [
            ...(roles.data?.items ?? []).map(({ role, name }) => ({
              value: `role:${role}`,
              label: t('role', { name }),
            })),
            ...PERMISSIONS.map((permission) => ({ value: permission, label: permission })),
          ],
          draft.releaseBy,
        )}
        error={at('/releaseBy')}
      />
      <ActiveSwitch description={t('activeText')} value={draft.active} onChange={(active) => write({ active })} />
    </SettingForm>
  );
}
