import { describe, expect, it } from 'vitest';
import { isMailAddress } from './address.js';
import { renderMail, type Template } from './template.js';
import { TEMPLATES } from './templates.js';

const every: readonly [string, Template][] = Object.entries(TEMPLATES);
const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

describe.each(every)('the mail %s', (_kind, template) => {
  it('says everything it was given, in every language, and asks for nothing else', () => {
    for (const { subject, paragraphs } of Object.values(template.wording)) {
      const used = new Set(namesIn([subject, ...paragraphs].join(' ')));
      expect([...used].sort()).toEqual([...template.parameters].sort());
    }
  });

  it('holds no secret in its subject, which servers log and locked screens show', () => {
    for (const { subject } of Object.values(template.wording)) expect(subject).not.toMatch(/\{(code|link)\}/);
  });
});

describe('a mail', () => {
  const given = { shop: 'Tea & Co', code: '123456', minutes: '10' };
  const render = (locale: string | null, changes: Record<string, string> = {}) =>
    renderMail(TEMPLATES.sign_in_code, locale, { ...given, ...changes });

  it.each([
    ['pt-BR', 'pt'],
    ['de_AT', 'de'],
    ['EN', 'en'],
    ['fi', 'en'],
    [null, 'en'],
    ['constructor', 'en'],
  ])('for a reader of %s is written in %s', (locale, language) => {
    expect(render(locale).language).toBe(language);
  });

  it('shows a name that looks like HTML as the name it is', () => {
    const { html, text } = render('en', { shop: '<script>alert("1")</script> & \'Sons\'' });
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;Sons&#39;');
    expect(text).toContain('<script>');
  });

  it('keeps a name on its line: no header, no paragraph, no turned writing comes of it', () => {
    const { subject, text } = render('en', { shop: 'Tea\r\nBcc: all@example.com\n\n\u202efake' });
    expect(subject).toBe('Your code for Tea Bcc: all@example.com fake');
    expect(text.split('\n')[0]).toBe('Your code for Tea Bcc: all@example.com fake is:');
  });

  it('does not fill in what a value says: a code in a name stays hidden', () => {
    expect(render('en', { shop: '{code}' }).subject).toBe('Your code for {code}');
  });

  it('makes a link of the link, whose quotes do not end it', () => {
    const link = 'https://shop.example/orders?a=1&b="><b>';
    const { html } = renderMail(TEMPLATES.guest_link, 'en', { shop: 's', order: 'o', days: '30', link });
    expect(html).toContain('<a href="https://shop.example/orders?a=1&amp;b=&quot;&gt;&lt;b&gt;">');
  });

  it('lacking a value is a bug', () => {
    expect(() => renderMail(TEMPLATES.sign_in_code, 'en', { shop: 's' })).toThrow('lacks its parameter code');
  });
});

describe('a mail address', () => {
  it.each(['ana@example.com', 'o.hara+shop@sub.example.co.uk', 'ana@localhost', 'josé@exämple.at', "d'arc@example.fr"])(
    'is %s',
    (text) => expect(isMailAddress(text)).toBe(true),
  );

  it.each([
    'ana',
    '@example.com',
    'ana@',
    'ana@example..com',
    'ana@.com',
    'ana@example.com\r\nBcc: x@example.com',
    'ana@example.com\nRCPT TO:<x@example.com>',
    'ana@example.com,eve@example.com',
    'ana@example.com; eve@example.com',
    'Ana <ana@example.com>',
    'ana@example.com>',
    '"ana"@example.com',
    'ana eve@example.com',
    'ana@eve@example.com',
    'ana\u0000@example.com',
    'ana@exam\u2028ple.com',
    `${'x'.repeat(65)}@example.com`,
    `x@${'y.'.repeat(130)}com`,
  ])('is not %j', (text) => expect(isMailAddress(text)).toBe(false));
});
