import { COMMAND_ROUTES } from '../src/api/native/command-routes.js';
import {
  COMMAND_EXAMPLES,
  type CommandExample,
  EXAMPLE_FIELDS,
  EXAMPLE_TYPE,
  ORDER_EXAMPLE,
} from '../src/api/native/examples/command-examples.js';

/** Every command that may be sent has an example; each needs an order that was placed and led to where it is legal. */
export type ExampleName = keyof typeof COMMAND_EXAMPLES;

/** Says what a provider says, and the providers of the examples say nothing. */
const ASKS_PROVIDER: ReadonlySet<ExampleName> = new Set(['book_payment']);

/** Commands whose examples are taken by an order that was led to where they are legal. */
export const BY_THEMSELVES: readonly ExampleName[] = (Object.keys(COMMAND_EXAMPLES) as ExampleName[]).filter(
  (name) => !ASKS_PROVIDER.has(name),
);

export const exampleOf = (name: ExampleName): CommandExample => COMMAND_EXAMPLES[name];

const { type, ...definition } = EXAMPLE_TYPE;
const { target, ...fields } = EXAMPLE_FIELDS;
/** What an account puts below `/api/v1/admin` before it takes the examples. */
export const EXAMPLE_SETTINGS: readonly (readonly [path: string, body: object])[] = [
  [`/document-types/${type}`, definition],
  [`/custom-fields/${target}`, fields],
  // the money of examples is moved by a provider, and its answers are told by hand
  ['/payment-providers/sandbox', { name: 'Sandbox', adapter: 'manual' }],
];

/** The placement of the order that the example of a command wants. */
export const placedFor = (name: ExampleName): object => ({ ...ORDER_EXAMPLE, ...exampleOf(name).placed });

/** The example of a command as a request; its path begins below `/api/v1/admin/orders`. */
export function requestOf(name: ExampleName, orderId: string) {
  const { params = {}, actingAs, body } = exampleOf(name);
  const route = COMMAND_ROUTES.find(({ command }) => command === name);
  if (route === undefined) throw new Error(`${name} has no route`);
  const path = Object.entries(params).reduce((path, [key, id]) => path.replace(`:${key}`, id), route.path);
  const headers: Record<string, string> = actingAs === undefined ? {} : { 'docket-acting-as': actingAs };
  return { method: route.method, path: `/${orderId}${path}`, headers, body };
}
