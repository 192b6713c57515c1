import { useTranslation } from 'react-i18next';
import { PageFrame } from '../../parts/page-frame';
import { SettingTabs } from '../setting-tabs';
import { TargetFieldsOfAll } from './target-fields';
import { TypeList } from './type-list';

/** Documents of the account's own, and fields of its own on those that come with Docket. */
export function DocumentsPage() {
  const { t } = useTranslation('document-types');
  return (
    <PageFrame title={t('title')}>
      <SettingTabs
        tabs={[
          { value: 'types', label: t('types'), content: <TypeList /> },
          { value: 'fields', label: t('fields'), content: <TargetFieldsOfAll /> },
        ]}
      />
    </PageFrame>
  );
}
