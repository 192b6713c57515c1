import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

/** Each screen has its texts in a file of its own, loaded with the screen: `en/orders.json`. */
const texts = import.meta.glob<{ readonly default: object }>('./*/*.json');

const files: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, screen, done) {
    const load = texts[`./${language}/${screen}.json`];
    if (load === undefined) {
      done(new Error(`no texts ${language}/${screen}`), null);
      return;
    }
    load().then(
      (file) => done(null, file.default),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
    );
  },
};

export const LANGUAGES = { en: 'English', de: 'Deutsch', fr: 'Français', pt: 'Português' } as const;
export type Language = keyof typeof LANGUAGES;
const CHOSEN = 'docket.language';

const isLanguage = (text: string): text is Language => text in LANGUAGES;

/** What the person chose, else the first of the browser's languages that we speak. */
function firstLanguage(): Language {
  const wanted = [localStorage.getItem(CHOSEN) ?? '', ...navigator.languages].map((one) => one.slice(0, 2));
  return wanted.find(isLanguage) ?? 'en';
}

export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(files)
    .use(initReactI18next)
    .init({
      lng: firstLanguage(),
      fallbackLng: 'en',
      supportedLngs: Object.keys(LANGUAGES),
      ns: ['shell'],
      defaultNS: 'shell',
      interpolation: { escapeValue: false },
    });
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(CHOSEN, language);
  await i18next.changeLanguage(language);
}
