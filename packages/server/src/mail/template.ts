/** The words of one mail in one language. `{name}` stands for a parameter; a paragraph that is `{link}` alone is a link. */
interface Wording {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

export interface Template {
  readonly parameters: readonly string[];
  /** True: it lets somebody in. It is wiped once it was sent, and read only with `mails.secrets`. */
  readonly secret: boolean;
  /** True: anybody may cause it by typing an address, so it goes only to people whom the account knows. */
  readonly openToAll: boolean;
  /** By language of ISO 639; whoever asks for another one reads English. */
  readonly wording: { readonly en: Wording } & Readonly<Record<string, Wording>>;
}

export interface RenderedMail {
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * The mail in the language of the locale (`pt-BR` reads `pt`), else in English. Values are texts of anybody: they lose line
 * breaks and other control characters, are cut at 500 characters, and are escaped in HTML.
 */
export function renderMail(
  template: Template,
  locale: string | null,
  parameters: Readonly<Record<string, string>>,
): RenderedMail {
  const asked = (locale ?? 'en').toLowerCase().split(/[-_]/)[0] ?? 'en';
  const language = Object.hasOwn(template.wording, asked) ? asked : 'en';
  const { subject, paragraphs } = template.wording[language] ?? template.wording.en;
  const filled = (text: string): string => text.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => valueOf(name));
  const valueOf = (name: string): string => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`the mail lacks its parameter ${name}`);
    return value.replaceAll(UNPRINTED, ' ').trim().slice(0, MOST_VALUE);
  };
  // A paragraph of a value that nobody wrote is left out.
  const written = paragraphs.flatMap((paragraph) => {
    const words = filled(paragraph);
    return words === '' ? [] : [{ words, isLink: paragraph === '{link}' }];
  });
  const html = written.map(({ words: text, isLink }) => {
    const words = escapeHtml(text);
    return isLink ? `<p><a href="${words}">${words}</a></p>` : `<p>${words}</p>`;
  });
  return {
    language,
    subject: filled(subject),
    text: `${written.map(({ words }) => words).join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="${language}"><meta charset="utf-8"><body>\n${html.join('\n')}\n</body></html>\n`,
  };
}

const MOST_VALUE = 500;

/** Blanks, control characters, and marks that turn the direction of writing. */
const UNPRINTED = /[\s\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
