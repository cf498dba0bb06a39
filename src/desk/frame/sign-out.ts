import { request } from '../data/api.ts';
import { sayError } from '../parts/toast.tsx';

/** Ends the session, and with a new page everything that was known in it. */
export function signOut(): void {
  request('POST', '/api/auth/sign-out', {}, { askSignIn: false })
    .then(() => location.assign('/desk/sign-in'))
    .catch(sayError);
}
