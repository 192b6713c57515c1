import { REFUSALS } from '@docket/core/order/refusals';
import type { Preview } from '../../previews/previews.js';

const WITHOUT_EFFECT = { code: 'without_effect', title: 'Nothing would change.' };

/** @param order the order as it would be, whole or as a receipt */
export function previewView(preview: Preview, order: object): object {
  const { token, expiresAt, command, effects, baseVersions, warnings } = preview;
  return {
    token,
    expiresAt,
    command,
    order,
    effects,
    baseVersions,
    warnings: [
      ...(preview.hasEffect ? [] : [WITHOUT_EFFECT]),
      ...warnings.map(({ refused, ...where }) => ({ code: refused, title: REFUSALS[refused].meaning, ...where })),
    ],
  };
}
