import { exponentOf } from '@docket/core/money/currency';
import { BEHAVIOURS, type SandboxPayment } from './payments.js';

/** The page on which a buyer pays, or plays one who does not. Plain HTML: it works in every browser, without a script. */
export function payPage(payment: SandboxPayment): string {
  const price = priceOf(payment);
  const answered = payment.state === 'waiting' ? null : payment.state;
  const body =
    answered === null
      ? `<form method="post">
  <button name="choice" value="pay" class="pay">Pay ${price}</button>
  <button name="choice" value="decline">Decline</button>
  <button name="choice" value="later">Pay later</button>
  ${behavioursOf(payment)}
</form>`
      : `<p class="answer">${wordsFor(payment)}</p>
<form method="post">
  ${behavioursOf(payment, '<button name="choice" value="behave">Do so from now on</button>')}
</form>`;
  return page(
    `Pay for order ${escapeHtml(payment.reference)}`,
    `<p class="sandbox">Sandbox: no real money moves here.</p>
<h1>${price}</h1>
<p>Order <strong>${escapeHtml(payment.reference)}</strong></p>
${body}
<p><a href="${escapeHtml(payment.returnUrl)}">Back to the shop</a></p>`,
  );
}

function wordsFor({ state, closed }: SandboxPayment): string {
  if (state === 'approved') return 'Paid. Thank you.';
  return closed === true ? 'The shop waits for this payment no longer.' : 'Declined. No money was taken.';
}

/** Boxes to tick of what the gateway shall do wrong with this payment from then on, and what stands below them. */
const behavioursOf = ({ behaviours }: SandboxPayment, below = ''): string =>
  `<details><summary>What the gateway does afterwards</summary>
  ${Object.entries(BEHAVIOURS)
    .filter(([name]) => name !== 'approve_at_once' && name !== 'decline_begin')
    .map(([name, words]) => {
      const checked = (behaviours as string[]).includes(name) ? ' checked' : '';
      return `<label><input type="checkbox" name="behaviour" value="${name}"${checked}> ${escapeHtml(words)}</label>`;
    })
    .join('\n  ')}
  ${below}
  </details>`;

export const notFoundPage = (): string =>
  page('Not found', '<h1>Not found</h1><p>The sandbox does not know this payment (any more).</p>');

function priceOf({ amount, currency }: SandboxPayment): string {
  const exponent = exponentOf(currency);
  const digits = String(amount).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  return escapeHtml(`${whole}${exponent === 0 ? '' : `.${digits.slice(-exponent)}`} ${currency}`);
}

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
main { max-width: 26rem; margin: 10vh auto 2rem; padding: 0 1.25rem }
h1 { font-size: 2.25rem; margin: 0.5rem 0 0 }
form { display: grid; gap: 0.6rem; margin: 1.5rem 0 }
button { font: inherit; padding: 0.7rem 1rem; border-radius: 0.5rem; border: 1px solid color-mix(in srgb, currentColor 40%, transparent); background: transparent; color: inherit; cursor: pointer }
button.pay { background: #1c6b3c; border-color: #1c6b3c; color: #fff; font-weight: 600 }
button:focus-visible, summary:focus-visible, a:focus-visible { outline: 3px solid #4c8dff; outline-offset: 2px }
details { margin-top: 0.5rem } label { display: block; margin: 0.4rem 0 }
.sandbox { border-left: 0.25rem solid #d08a00; padding-left: 0.6rem; margin: 0 }
.answer { font-weight: 600; margin: 1.5rem 0 }
</style>
</head>
<body><main>
${body}
</main></body>
</html>
`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
