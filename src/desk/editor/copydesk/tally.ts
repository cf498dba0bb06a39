import { request } from '../../data/api.ts';
import type { Found } from './story-check.ts';

const sendsEvery = 60_000;

/** What the rules caught on this screen and what was mended, told to the server for the month's report. */
export class Tally {
  readonly #seen = new Set<string>();
  readonly #rules = new Map<string, { caught: number; fixed: number }>();

  open(): () => void {
    const timer = setInterval(() => this.#send(), sendsEvery);
    const leave = (): void => this.#send();
    addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      removeEventListener('pagehide', leave);
      this.#send();
    };
  }

  saw(found: readonly Found[]): void {
    for (const { rule, text, around, severity } of found) {
      const key = `${rule} ${text} ${around}`;
      if (severity === 'info' || this.#seen.has(key)) continue;
      this.#seen.add(key);
      this.#of(rule).caught += 1;
    }
  }

  fixed(rule: string): void {
    this.#of(rule).fixed += 1;
  }

  #of(rule: string): { caught: number; fixed: number } {
    const counts = this.#rules.get(rule) ?? { caught: 0, fixed: 0 };
    this.#rules.set(rule, counts);
    return counts;
  }

  #send(): void {
    if (this.#rules.size === 0) return;
    const rules = [...this.#rules].map(([rule, counts]) => ({ rule, ...counts }));
    this.#rules.clear();
    // A report is no reason to disturb whoever writes.
    void request('POST', '/style/tally', { rules }, { askSignIn: false, keepalive: true }).catch(
      () => undefined,
    );
  }
}
