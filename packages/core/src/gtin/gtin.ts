/** Why a text is not a GTIN. `all_zeros` passes the check digit, but is a placeholder for "no product", never a product. */
export type GtinProblem = 'length' | 'digits' | 'check_digit' | 'all_zeros';

/**
 * What is wrong with a GTIN-8, -12, -13 or -14 (GS1 General Specifications, check digit modulo 10), or null.
 * Spaces and hyphens between the digits are fine. A GTIN that lost its leading zeros in a spreadsheet has the wrong
 * length: we say so and never guess them back.
 */
export function gtinProblem(value: string): GtinProblem | null {
  const digits = bare(value);
  if (/[^0-9]/.test(digits)) return 'digits';
  if (![8, 12, 13, 14].includes(digits.length)) return 'length';
  if (/^0+$/.test(digits)) return 'all_zeros';
  return checkSum(digits) % 10 === 0 ? null : 'check_digit';
}

/**
 * The 14-digit form that is compared and indexed: left-padded with zeros, so one product's GTIN-8, -12, -13 and -14
 * are equal. A GTIN-14 with first digit 1 to 8 is a case of the product and stays a different one. Null when the value
 * has a problem; keep the value as received beside it.
 */
export function normaliseGtin(value: string): string | null {
  return gtinProblem(value) === null ? bare(value).padStart(14, '0') : null;
}

function bare(value: string): string {
  return value.replace(/[\s-]/g, '');
}

/** Weights 1, 3, 1, 3 … from the right, check digit included; a multiple of 10 when the check digit is right. */
function checkSum(digits: string): number {
  let total = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight++) {
    const digit = Number(digits[digits.length - 1 - fromRight]);
    total += fromRight % 2 === 0 ? digit : digit * 3;
  }
  return total;
}
