/** Input that the command will not take; one line that says what to do. Exit code 1. */
export class Refused extends Error {
  override name = 'Refused';
}
