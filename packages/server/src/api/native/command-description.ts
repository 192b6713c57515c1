import { COMMAND_CATALOGUE, REFUSALS_OF_ALL } from '@docket/core/order/command-catalogue';
import { USUAL_ACTORS } from '@docket/core/workflow/roles';

/** What a command does, who usually sends it and what it may be refused with, for the OpenAPI document. */
export function describeCommand(command: keyof typeof COMMAND_CATALOGUE): string {
  const { does, refusals } = COMMAND_CATALOGUE[command];
  const actors = USUAL_ACTORS[command].filter((actor) => actor !== 'system').map(inWords);
  const general = command === 'place' ? [] : REFUSALS_OF_ALL;
  const codes = [...refusals, ...general].map((code) => `\`${code}\``);
  return `${does}\n\nSent by: ${actors.join(', ')}.\n\nRefused with: ${codes.join(', ')}.`;
}

const inWords = (actor: string): string => actor.replaceAll('_', ' ');
