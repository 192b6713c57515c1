/**
 * A reason why Docket cannot start, or a command cannot run, that a person can mend: a wrong setting, a taken port, a
 * database that is not there. The command line prints the message as one line, without a stack trace, and ends with 1.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
}
