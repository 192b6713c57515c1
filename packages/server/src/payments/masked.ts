/** Fields of bodies that let somebody do something, or that nobody may keep (PCI DSS 3.3): never written into the log. */
const SECRET_FIELDS =
  /("(?:card_?number|number|cvc|cvv|exp_month|exp_year|password|secret|client_secret|token|authorization|apiKey|secretKey)"\s*:\s*)"(?:[^"\\]|\\.)*"/gi;
const SECRET_FORM_FIELDS =
  /((?:^|&)(?:[^=&]*(?:%5B|\[))?(?:number|cvc|cvv|exp_month|exp_year|password|client_secret|token|payment_method)(?:%5D|\])?=)[^&]*/gi;
/** Fourteen digits and more that pass Luhn's test: a card number, wherever it stands. */
const CARD_LIKE = /(?<![\w.-])(?:\d{14,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{2,7})(?![\w-])/g;

const MASK = '***';

/** A body as it may be kept: without secrets by name or value, and without anything that looks like a card number. */
export function masked(body: string, secrets: readonly string[]): string {
  const named = body.replaceAll(SECRET_FIELDS, `$1"${MASK}"`).replaceAll(SECRET_FORM_FIELDS, `$1${MASK}`);
  const valued = secrets.reduce((text, secret) => (secret === '' ? text : text.replaceAll(secret, MASK)), named);
  return valued.replaceAll(CARD_LIKE, (digits) => (passesLuhn(digits.replaceAll(/\D/g, '')) ? MASK : digits));
}

function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}
