/** What a log says about an error. */
interface BareError {
  readonly name: string;
  readonly code?: string | undefined;
  /** Of PostgreSQL: which rule was hurt. */
  readonly constraint?: string | undefined;
  readonly table?: string | undefined;
  /** The lines of code, innermost first. */
  readonly stack: readonly string[];
}

const MOST_FRAMES = 20;

/**
 * An error without its message. Values of rows and requests stand in messages ("invalid input syntax for type integer:
 * …", and in `detail` and `where` of PostgreSQL), and some of them are about people. The innermost line of code says
 * which message it was.
 */
export function bareError(error: unknown): BareError {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] };
  const { name, stack = '' } = error;
  const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string };
  const frames = stack.split('\n').filter((line) => /^ {4}at /.test(line));
  return { name, code, constraint, table, stack: frames.slice(0, MOST_FRAMES).map((line) => line.trim()) };
}
