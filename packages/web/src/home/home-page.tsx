import { useTranslation } from 'react-i18next';
import { PageFrame } from '../parts/page-frame';

export function HomePage() {
  const { t } = useTranslation('shell');
  return <PageFrame title={t('places.home')}>{null}</PageFrame>;
}
