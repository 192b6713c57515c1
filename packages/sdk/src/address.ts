import type { OperationName } from './operation.js';
import { ROUTES } from './routes.js';

type Value = string | number | boolean | null | undefined;

/** Parameters of a request before they are put into an address. */
export interface Parameters {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, Value | readonly Value[]>>;
}

/** Method and address of a route with these parameters; a repeated query parameter stands once for each value. */
export function addressOf(
  name: OperationName,
  { path = {}, query = {} }: Parameters,
): { method: string; path: string } {
  const [method, template] = ROUTES[name];
  const address = template.replace(/\{(\w+)\}/g, (_, parameter: string) => {
    const value = path[parameter];
    if (value === undefined || value === '') throw new TypeError(`${name} needs the path parameter ${parameter}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [parameter, value] of Object.entries(query)) {
    for (const each of [value].flat()) if (each !== undefined && each !== null) search.append(parameter, String(each));
  }
  const text = search.toString();
  return { method, path: text === '' ? address : `${address}?${text}` };
}

/** Names of the parameters in the path of a route. */
export function parametersOf(name: OperationName): readonly string[] {
  return [...ROUTES[name][1].matchAll(/\{(\w+)\}/g)].map(([, parameter = '']) => parameter);
}
