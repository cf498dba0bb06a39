import { type Handler, Parser } from 'htmlparser2';

/** Browsers stop nesting somewhere too; real pages stay below 60. */
const DEEPEST = 256;

/**
 * htmlparser2, with elements nested deeper than 256 left as empty siblings. Its stack is an array
 * that grows at the front, so that 100,000 open elements would take it minutes.
 */
export class ShallowParser extends Parser {
  #depth = 0;
  #isClosing = false;

  constructor(handler: Partial<Handler>) {
    super({
      ...handler,
      onopentagname: () => {
        this.#depth += 1;
      },
      onclosetag: (name, isImplied) => {
        this.#depth -= 1;
        handler.onclosetag?.(name, isImplied);
      },
    });
  }

  protected override isVoidElement(name: string): boolean {
    return super.isVoidElement(name) || (!this.#isClosing && this.#depth >= DEEPEST);
  }

  override onclosetag(start: number, endIndex: number): void {
    this.#isClosing = true;
    super.onclosetag(start, endIndex);
    this.#isClosing = false;
  }
}
