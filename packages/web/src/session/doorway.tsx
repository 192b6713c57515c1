import { Box, Center, Group, Image, Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { LanguageMenu } from '../shell/language-menu';

/** The frame of what is there before somebody is signed in. */
export function Doorway({ children }: { readonly children: ReactNode }) {
  return (
    <Box component="main" mih="100dvh" p="md">
      <Group justify="flex-end">
        <LanguageMenu />
      </Group>
      <Center mt={{ base: 'md', sm: '10vh' }}>
        <Paper withBorder p="xl" w="100%" maw={420} radius="lg">
          <Group gap="xs" mb="lg">
            <Image src="/docket.svg" alt="" w={32} h={32} />
            <Text fw={650} size="lg">
              Docket
            </Text>
          </Group>
          {children}
        </Paper>
      </Center>
    </Box>
  );
}
