import { Button, Menu, Popover } from '@mantine/core';
import type { OrderRow } from '@docket/sdk';
import { IconFilterPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds, useStanding } from '../session/session';
import { FilterForm } from './filter-form';
import { type FilterKind, filterKinds, setKinds } from './filter-kinds';
import { filterText } from './filter-text';
import { filtersOf, type OrderSearch } from './order-search';
import classes from './order-list.module.css';
import type { Vocabulary } from './order-words';

interface FilterBarProps {
  readonly search: OrderSearch;
  readonly vocabulary: Vocabulary;
  readonly rows: readonly OrderRow[];
  /** Undefined takes a filter away. */
  readonly onChange: (change: Partial<Record<keyof OrderSearch, unknown>>) => void;
}

/** Each filter that is set, to change or take away, and a menu of the others. */
export function FilterBar({ search, vocabulary, rows, onChange }: FilterBarProps) {
  const { t } = useTranslation('order-list');
  const { membership } = useStanding();
  const [open, setOpen] = useState<string | null>(null);
  const kinds = filterKinds(vocabulary).filter(
    ({ permission }) => permission === undefined || holds(membership, permission),
  );
  const set = setKinds(kinds, filtersOf(search));
  const begun = kinds.find(({ name }) => name === open && !set.some((kind) => kind.name === name));
  const shown = begun === undefined ? set : [...set, begun];
  const without = (kind: FilterKind): void => {
    setOpen(null);
    onChange(Object.fromEntries(kind.names.map((name) => [name, undefined])));
  };
  return (
    <div className={classes.chips}>
      {shown.map((kind) => (
        <Chip
          key={kind.name}
          kind={kind}
          isSet={kind !== begun}
          isOpen={open === kind.name}
          onOpen={(opened) => setOpen(opened ? kind.name : null)}
          onRemove={() => without(kind)}
          form={{ kind, search, rows, onChange }}
        />
      ))}
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <Button size="compact-sm" variant="subtle" leftSection={<IconFilterPlus size={15} />}>
            {t('addFilter')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
          {kinds
            .filter(({ name }) => !shown.some((kind) => kind.name === name))
            .map(({ name }) => (
              <Menu.Item key={name} fz="sm" py={4} onClick={() => setOpen(name)}>
                {t(`filter.${name as 'tag'}`)}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      {set.length > 1 && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => onChange(Object.fromEntries(filtersOf(search).map((name) => [name, undefined])))}
        >
          {t('clearFilters')}
        </Button>
      )}
    </div>
  );
}

interface ChipProps {
  readonly kind: FilterKind;
  readonly isSet: boolean;
  readonly isOpen: boolean;
  readonly form: Parameters<typeof FilterForm>[0];
  readonly onOpen: (open: boolean) => void;
  readonly onRemove: () => void;
}

function Chip({ kind, isSet, isOpen, form, onOpen, onRemove }: ChipProps) {
  const { t, i18n } = useTranslation('order-list');
  const name = t(`filter.${kind.name as 'tag'}`);
  const text = isSet ? filterText(kind, form.search, t, i18n.language) : '…';
  return (
    <Popover opened={isOpen} onChange={onOpen} position="bottom-start" shadow="md" trapFocus returnFocus>
      <span className={classes.chip}>
        <Popover.Target>
          <button type="button" onClick={() => onOpen(!isOpen)} disabled={kind.form === 'shown'}>
            <span className={classes.quiet}>{name}:</span> {text}
          </button>
        </Popover.Target>
        <button type="button" aria-label={t('removeFilter', { name })} onClick={onRemove}>
          <IconX size={13} />
        </button>
      </span>
      <Popover.Dropdown p="sm">
        <FilterForm {...form} />
      </Popover.Dropdown>
    </Popover>
  );
}
