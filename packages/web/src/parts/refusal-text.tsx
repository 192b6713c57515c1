import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../docket';

/** Why something did not happen, in the server's own plain words, with the page that says what helps. */
export function RefusalText({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('shell');
  const problem = problemOf(error);
  if (problem === null) return <Text size="sm">{t('noAnswer')}</Text>;
  return (
    <>
      <Text size="sm">{problem.detail}</Text>
      <Anchor href={`/docs/refusals/${problem.code}`} target="_blank" size="xs">
        {t('whatHelps')}
      </Anchor>
    </>
  );
}
