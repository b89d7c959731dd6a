/** Bad use of the command line: one line that says what and how to mend it; exit status 2. */
export class UseError extends Error {}
