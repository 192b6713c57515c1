import { REFUSALS } from '@docket/core/order/refusals';
import type { Sight } from '../../access/sight.js';
import type { Foreseen, Preview } from '../../previews/previews.js';

/** What an event would record about a person stands apart from the rest of it. */
const withoutPersonal = (effects: Preview['effects']): Preview['effects'] =>
  Object.fromEntries(
    Object.entries(effects).map(([orderId, { events, ...effect }]) => [
      orderId,
      { ...effect, events: events.map((event) => ({ ...event, personal: null })) },
    ]),
  );

const WITHOUT_EFFECT = { code: 'without_effect', title: 'Nothing would change.' };

/** @param order the order as it would be, whole or as a receipt, as its reader sees it */
export function previewView(preview: Preview, order: object, sight: Sight): object {
  const { token, expiresAt } = preview;
  return { token, expiresAt, ...foreseenView(preview, order, sight) };
}

/** The same of what was only looked at: nothing in it commits anything. */
export function foreseenView(foreseen: Foreseen, order: object, { personal }: Sight): object {
  const { command, baseVersions, warnings } = foreseen;
  const effects = personal ? foreseen.effects : withoutPersonal(foreseen.effects);
  return {
    command,
    order,
    effects,
    baseVersions,
    warnings: [
      ...(foreseen.hasEffect ? [] : [WITHOUT_EFFECT]),
      ...warnings.map(({ refused, ...where }) => ({ code: refused, title: REFUSALS[refused].meaning, ...where })),
    ],
  };
}
