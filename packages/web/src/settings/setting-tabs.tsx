import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface Tab {
  readonly value: string;
  readonly label: string;
  readonly content: ReactNode;
}

/** Parts of a page, of which the address names the one that is shown. */
export function SettingTabs({ tabs }: { readonly tabs: readonly Tab[] }) {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const [first] = tabs;
  const shown = tabs.find(({ value }) => value === search['tab']) ?? first;
  return (
    <Tabs
      value={shown?.value ?? null}
      keepMounted={false}
      onChange={(value) => {
        void navigate({
          to: '.',
          search: value === first?.value || value === null ? {} : { tab: value },
          replace: true,
        });
      }}
    >
      <Tabs.List>
        {tabs.map(({ value, label }) => (
          <Tabs.Tab key={value} value={value}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ value, content }) => (
        <Tabs.Panel key={value} value={value} pt="md">
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
