import type { Command } from 'commander';

/** Adds one command to the program. Each command is a file of its own, listed in `main.ts`. */
export type RegisterCommand = (program: Command) => void;
