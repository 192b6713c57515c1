import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Long enough that a word typed quickly is asked once, short enough to feel at once. */
const TYPING = 220;
/** One or two letters are looked for as whole words, which is seldom what is being typed. */
const BEGUN = 1_200;

interface SearchBoxProps {
  readonly text: string;
  readonly box: RefObject<HTMLInputElement | null>;
  readonly onSearch: (text: string) => void;
}

/** Searches while somebody types. A text that comes from elsewhere, such as a saved view, replaces what stands in it. */
export function SearchBox({ text, box, onSearch }: SearchBoxProps) {
  const { t } = useTranslation('order-list');
  const [shown, setShown] = useState({ typed: text, told: text, sent: text });
  // What was typed on meanwhile stays.
  if (shown.told !== text) setShown({ ...shown, told: text, typed: shown.sent === text ? shown.typed : text });
  const { typed } = shown;
  const type = (value: string): void => setShown({ ...shown, typed: value });
  const search = useEffectEvent(() => {
    setShown({ ...shown, sent: typed.trim() });
    onSearch(typed.trim());
  });
  useEffect(() => {
    if (typed.trim() === text) return;
    const isBegun = /^\D{1,2}$/.test(typed.trim());
    const timer = setTimeout(search, isBegun ? BEGUN : TYPING);
    return () => clearTimeout(timer);
  }, [typed, text]);
  return (
    <TextInput
      ref={box}
      type="search"
      size="sm"
      flex="1 1 240px"
      maw={460}
      maxLength={200}
      aria-label={t('search')}
      placeholder={t('search')}
      leftSection={<IconSearch size={16} />}
      rightSection={
        typed === '' ? (
          <Kbd size="xs">/</Kbd>
        ) : (
          <CloseButton size="sm" aria-label={t('clear')} onClick={() => type('')} />
        )
      }
      value={typed}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Escape' || key === 'Enter') currentTarget.blur();
      }}
    />
  );
}
