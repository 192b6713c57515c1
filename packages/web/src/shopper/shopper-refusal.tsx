import { Alert, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../docket';

/** Why something did not happen, in the shopper's language where we have words for it, else in the server's. */
export function ShopperRefusal({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('shopper');
  const problem = problemOf(error);
  const text =
    problem === null
      ? t('noAnswer')
      : t(`refusals.${problem.code}`, { defaultValue: problem.detail, nsSeparator: false });
  return (
    <Alert color="red" icon={<IconAlertCircle />} role="alert">
      <Text size="sm">{text}</Text>
    </Alert>
  );
}
