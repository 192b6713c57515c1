import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** A link without its code: mail programs break long ones. */
export function IncompleteLink({ title }: { readonly title: string }) {
  const { t } = useTranslation('invitation');
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        {title}
      </Title>
      <Text size="sm">{t('incomplete')}</Text>
      <Anchor component={Link} to="/sign-in" size="sm">
        {t('toSignIn')}
      </Anchor>
    </Stack>
  );
}
