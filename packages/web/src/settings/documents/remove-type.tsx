import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { ConfirmButton } from '../../parts/confirm-button';
import { settingsChanged } from '../use-save';

interface RemoveTypeProps {
  readonly type: string;
  readonly name: string;
  readonly onRemoved?: () => void;
}

/** Takes a type away that no document is of; of another the server says so, and the text what to do instead. */
export function RemoveType({ type, name, onRemoved }: RemoveTypeProps) {
  const { t } = useTranslation(['document-types', 'setting']);
  return (
    <ConfirmButton
      danger
      label={t('setting:remove')}
      text={t('removeTypeText', { name })}
      icon={<IconTrash size={14} />}
      act={async () => {
        await docket.call('removeDocumentType', { path: { type } });
        onRemoved?.();
        await settingsChanged();
      }}
    />
  );
}
