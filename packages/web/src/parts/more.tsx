import { Button, Center } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  fetchNextPage(): unknown;
}

/** The way to the next page of a list; nothing at its end. */
export function More({ pages }: { readonly pages: Pages }) {
  const { t } = useTranslation('shell');
  if (!pages.hasNextPage) return null;
  return (
    <Center>
      <Button variant="default" size="xs" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
        {t('more')}
      </Button>
    </Center>
  );
}
